import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { z } from 'zod';
import { mailTemplateId } from '../../../shared/domain/mail-template-id.js';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { MailTemplateSchema } from '../../../shared/i18n/shipped-mail-text.js';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { success, type Result } from '../../../shared/lib/result.js';
import type { Right } from '../../../shared/records/recruiter.js';
import { RIGHTS_OF_LEVEL } from '../../../shared/domain/right-levels.js';
import { LanguageSchema, type RecruiterId } from '../../../shared/records/primitives.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { plainMailLayout } from '../../../shared/testing/plain-mail-layout.js';
import { ownMailText, templateFor, type TemplateKey } from '../../data/mail-templates.js';
import type { Session } from '../../data/session.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { TemplatesPage } from './templates-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const OneTemplate = z.object({ purpose: MailTemplateSchema, language: LanguageSchema });
const MAJA = testId<RecruiterId>(3);
const DRAFT = 'template-send-email-en';
const KEY: TemplateKey = { purpose: 'send-email', language: 'en', department: '' };

/** Compiles a layout and remembers what it was given to show. */
class PreviewHost extends FakeHost {
  readonly previewed: string[] = [];

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    const answers: { readonly [K in Channel]?: Result<OutputOf<K>, HostErrorCode> } = {
      'mail.layout': success(plainMailLayout()),
    };
    return answers[channel] ?? (await super.call(channel, input));
  }

  override putPreview: FakeHost['putPreview'] = (html) => {
    this.previewed.push(html);
    return Promise.resolve(success({ url: 'about:blank#preview' }));
  };
}

afterEach(async () => {
  await hidePage();
});

interface Who {
  readonly rights?: readonly Right[];
  readonly departments?: readonly string[];
}

async function open(host = new PreviewHost(), at = '/', { rights, departments = [] }: Who = {}): Promise<Session> {
  await page.viewport(1366, 768);
  const recruiter = {
    name: 'Maja',
    email: 'maja@example.com',
    rights: [...(rights ?? (['send-email', 'administer'] as const))],
    departments: [...departments],
    active: true,
  };
  const administrator = { name: 'Per', email: 'per@example.com', rights: ['administer'], active: true };
  const session = await openTestSession(
    [
      organisationCreate({ name: 'Norrvik', departments: ['Grid', 'Finance'] }),
      { kind: 'create', table: 'recruiter', id: testId(4), dossier: null, fields: administrator },
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
    ],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  show(session, at);
  return session;
}

function show(session: Session, at = '/'): void {
  const root = createRootRoute();
  const first = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => <TemplatesPage shown={null} />,
  });
  const one = createRoute({
    getParentRoute: () => root,
    path: '/templates/$purpose/$language',
    params: { parse: (params) => OneTemplate.parse(params) },
    validateSearch: z.object({ department: z.string().optional() }),
    component: () => <TemplatesPage shown={one.useParams()} department={one.useSearch().department} />,
  });
  const router = createRouter({
    routeTree: root.addChildren([first, one]),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  showPage(session, router, { width: 1366, height: 768 });
}

const subject = page.getByRole('textbox', { name: 'Subject' });
const contents = page.getByRole('textbox', { name: 'Contents' });
const button = (name: string) => page.getByRole('button', { name });
const own = (session: Session) => ownMailText(session.roster.current(), KEY);

it('R55 a text that is saved is what the next mail of its kind begins with, in that language alone', async () => {
  const session = await open();
  await subject.fill('Hello {given-name}');
  await contents.fill('Come and see us, {given-name}.');
  await button('Save').click();
  await expect.poll(() => own(session)?.subject).toBe('Hello {given-name}');
  expect(own(session)?.contents).toEqual(plainToRichText('Come and see us, {given-name}.'));
  const translator = createTranslator('en');
  const begins = (language: 'en' | 'sv') => templateFor(session.roster.current(), translator, { ...KEY, language });
  expect(begins('en')).toEqual(own(session));
  expect(begins('sv').subject).toContain('Tack');
});

it('C32 names a field of the subject that does not exist while it is typed; Ctrl+S saves', async () => {
  const session = await open();
  await subject.fill('Hello {firstname}');
  await expect.element(subject).toHaveAccessibleDescription('There is no field {firstname} (English).');
  await subject.fill('Hello {given-name}');
  await expect.element(subject).not.toHaveAttribute('aria-invalid', 'true');
  await userEvent.keyboard('{Control>}s{/Control}');
  await expect.poll(() => own(session)?.subject).toBe('Hello {given-name}');
});

it('R67 shows the mail as a recipient will see it, while it is typed', async () => {
  const host = new PreviewHost();
  await open(host);
  await contents.fill('Dear {given-name}, greetings from {company}');
  await expect.poll(() => host.previewed.at(-1)).toContain('Dear Kim, greetings from Norrvik</p>');
  await subject.fill('For {given-name} {family-name}');
  await expect.element(page.getByText('For Kim Sample')).toBeInTheDocument();
});

it('C1 R67 shows an invitation with its four answers as links, its place, its time and who meets the candidate', async () => {
  const host = new PreviewHost();
  await open(host, '/templates/invite-first/en');
  await contents.fill('{interviewdate} at {interviewtime}, {address}, {interviewers}: {confirmlink}');
  await expect
    .poll(() => host.previewed.at(-1))
    .toMatch(/Thursday, 8 January 1970 at 10:00, Stand C12, hall 2, Maja: <br>/);
  expect(host.previewed.at(-1)?.match(/<a href="mailto:maja@example\.com\?subject=/g)).toHaveLength(4);
});

it('C32 names the link to answer where it cannot be one, and saves nothing', async () => {
  const session = await open(new PreviewHost(), '/templates/invite-first/en');
  await subject.fill('Come {confirmlink}');
  await contents.fill('See https://example.com/{confirmlink}');
  await button('Save').click();
  const words = /\{confirmlink\} is several links of its own and cannot stand in a subject, a link or a button/;
  await expect.element(subject).toHaveAccessibleDescription(words);
  await expect.element(contents).toHaveAccessibleDescription(words);
  expect(ownMailText(session.roster.current(), { ...KEY, purpose: 'invite-first' })).toBeNull();
});

it('C32 names a field that does not exist and a subject that is empty, and saves nothing', async () => {
  const session = await open();
  await subject.fill(' ');
  await contents.fill('Dear {firstname}');
  await button('Save').click();
  await expect.element(subject).toHaveAccessibleDescription('Subject is empty (English).');
  await expect.element(contents).toHaveAccessibleDescription('There is no field {firstname} (English).');
  await expect.element(subject).toHaveFocus();
  expect(own(session)).toBeNull();
});

it('goes back to the shipped text, and that can be undone as saving can', async () => {
  const session = await open();
  await expect.element(contents).toHaveTextContent('It was good');
  const shipped = contents.element().textContent;
  await contents.fill('Ours');
  await button('Save').click();
  await expect.poll(() => own(session)).not.toBeNull();
  await useUiStore.getState().toast?.undo?.();
  expect(own(session)).toBeNull();
  await expect.poll(() => contents.element().textContent).toBe(shipped);
  await contents.fill('Ours again');
  await button('Save').click();
  await expect.poll(() => own(session)).not.toBeNull();
  await button('Back to the shipped text').click();
  await expect.poll(() => own(session)).toBeNull();
  await expect.poll(() => contents.element().textContent).toBe(shipped);
  await useUiStore.getState().toast?.undo?.();
  expect(own(session)?.contents).toEqual(plainToRichText('Ours again'));
  await expect.element(contents).toHaveTextContent('Ours again');
  expect((await session.edit('mailTemplate', mailTemplateId('send-email', 'en')))?.fields.purpose).toBe('send-email');
});

it('taking back what was saved leaves what was typed since where it is', async () => {
  const host = new PreviewHost();
  const session = await open(host);
  await contents.fill('Ours');
  await button('Save').click();
  await expect.poll(() => own(session)).not.toBeNull();
  const { undo } = useUiStore.getState().toast ?? {};
  await contents.fill('Ours, and more');
  await undo?.();
  expect(own(session)).toBeNull();
  await expect.element(contents).toHaveTextContent('Ours, and more');
  await expect.element(page.getByText('Not saved yet.', { exact: false })).toBeInTheDocument();
  await expect.poll(() => host.drafts.has(DRAFT)).toBe(true);
});

it('keeps what is typed and not saved, and throws it away when asked to', async () => {
  const host = new PreviewHost();
  const session = await open(host);
  await contents.click();
  await userEvent.keyboard('Typed ');
  await expect.poll(() => host.drafts.has(DRAFT)).toBe(true);
  await expect.element(page.getByText('Not saved yet.', { exact: false })).toBeInTheDocument();
  expect(own(session)).toBeNull();
  await button('Discard the changes').click();
  await expect.element(contents).not.toHaveTextContent('Typed');
  await expect.poll(() => host.drafts.has(DRAFT)).toBe(false);
});

const inGrid = (session: Session) => ownMailText(session.roster.current(), { ...KEY, department: 'Grid' });
const department = page.getByRole('combobox', { name: 'Department' });

async function choose(name: string): Promise<void> {
  await department.click();
  await page.getByRole('option', { name }).click();
}

it('G-8 a department begins with the text of all departments, has its own once it is saved, and goes back in one step', async () => {
  const session = await open();
  await subject.fill('From us all');
  await button('Save').click();
  await expect.poll(() => own(session)?.subject).toBe('From us all');
  await choose('Grid');
  await expect.element(subject).toHaveValue('From us all');
  await expect
    .element(page.getByText('From the organisation: the text of all departments.', { exact: false }))
    .toBeInTheDocument();
  await subject.fill('From Grid to {given-name}');
  await button('Save').click();
  await expect.poll(() => inGrid(session)?.subject).toBe('From Grid to {given-name}');
  expect(own(session)?.subject).toBe('From us all');
  await expect.element(page.getByText('Grid’s own text.', { exact: false })).toBeInTheDocument();
  await choose('Finance');
  await expect.element(subject).toHaveValue('From us all');
  await choose('Grid');
  await button('Back to the text of all departments').click();
  await expect.poll(() => inGrid(session)).toBeNull();
  await expect.element(subject).toHaveValue('From us all');
  await useUiStore.getState().toast?.undo?.();
  await expect.element(subject).toHaveValue('From Grid to {given-name}');
});

it('G-8 what is typed for a department is a draft of its own', async () => {
  const host = new PreviewHost();
  await open(host);
  await choose('Grid');
  await subject.fill('Typed for Grid');
  await expect.poll(() => [...host.drafts.keys()].filter((key) => key.startsWith(`${DRAFT}-`))).toHaveLength(1);
  await choose('All departments');
  await expect.element(subject).not.toHaveValue('Typed for Grid');
  await choose('Grid');
  await expect.element(subject).toHaveValue('Typed for Grid');
});

it('G-8, G-9 a department administrator begins with the own department, and edits no other text', async () => {
  const rights = RIGHTS_OF_LEVEL['department-administrator'];
  const session = await open(new PreviewHost(), '/', { rights, departments: ['Grid'] });
  await expect.element(department).toHaveValue('Grid');
  await subject.fill('From Grid');
  await button('Save').click();
  await expect.poll(() => inGrid(session)?.subject).toBe('From Grid');
  for (const other of ['Finance', 'All departments']) {
    await choose(other);
    await expect
      .element(page.getByText('You can change the texts of Grid; all others only administrators.'))
      .toBeInTheDocument();
    await subject.fill('From me');
    await expect.element(button('Save')).toBeDisabled();
  }
  expect(own(session)).toBeNull();
});
