import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import type { Person } from '../../../shared/records/person.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  setField,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { changeList, readList } from '../../state/application-lists.js';
import { closeProgress, requestProgress } from '../../state/progress-request.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { MailHost } from '../../testing/mail-host.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ProgressHost } from './progress-host.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);
const DRAFT = `send-email-${VACANCY}`;

beforeEach(() => {
  closeProgress();
});

afterEach(async () => {
  closeProgress();
  await hidePage();
});

type Somebody = Partial<Person> & { readonly givenName: string };

function applicants(people: readonly Somebody[]): readonly Change[] {
  return people.flatMap((person, n) => [
    personCreate(personId(n), { email: `${person.givenName.toLowerCase()}@example.com`, ...person }),
    applicationCreate(applicationId(n), { personId: personId(n), vacancyId: VACANCY }),
  ]);
}

const personId = (n: number): PersonId => testId<PersonId>(1000 + n);
const applicationId = (n: number): ApplicationId => testId<ApplicationId>(2000 + n);

async function open(people: readonly Somebody[], host = new MailHost()): Promise<Session> {
  await page.viewport(1366, 768);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['send-email'], active: true };
  const basics: readonly Change[] = [
    organisationCreate(),
    vacancyCreate(VACANCY, { title: 'Trainee', reference: '' }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
  ];
  const session = await openTestSession([...basics, ...applicants(people)], { host });
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const router = createRouter({
    routeTree: createRootRoute({ component: ProgressHost }),
    history: createMemoryHistory(),
  });
  showPage(session, router);
  const ids = people.map((_, n) => applicationId(n));
  changeList(VACANCY, { ticked: new Set(ids) });
  requestProgress('send-email', ids);
  return session;
}

const EBBA = { givenName: 'Ebba', language: 'sv' } as const;
const PRIYA = { givenName: 'Priya', language: 'en' } as const;
const FENNA = { givenName: 'Fenna', language: 'nl' } as const;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const check = () => button('Check the plan').click();
const messages = (session: Session) => [...session.roster.current().messages.values()];

it('R18, C32: names what is missing beside its field and in its language, and keeps what was typed', async () => {
  await open([PRIYA]);
  await field('From').fill('nobody');
  await field('Subject').fill('');
  await field('Contents').fill('Dear {firstname}, about {vacancy-ref-number}');
  await check();
  await expect.element(field('From')).toHaveAccessibleDescription('From needs a valid email address.');
  await expect.element(field('Subject')).toHaveAccessibleDescription('Subject is empty (English).');
  await expect.element(field('Contents')).toHaveAccessibleDescription(/There is no field \{firstname\} \(English\)/);
  await expect.element(field('Contents')).toHaveAccessibleDescription(/\{vacancy-ref-number\} cannot be filled in/);
  await expect.element(field('Contents')).toHaveTextContent('Dear {firstname}, about {vacancy-ref-number}');
  await expect.element(page.getByText('Details')).toBeInTheDocument();
  await expect.element(button(/Send/)).not.toBeInTheDocument();
});

it('R17: the mail seen is the mail committed, byte for byte, on a page that may run nothing', async () => {
  const host = new MailHost();
  const session = await open([EBBA, PRIYA], host);
  await check();
  await expect.element(page.getByTitle('Email to Ebba Norrlander')).toBeInTheDocument();
  const frames = [...document.querySelectorAll('iframe')];
  expect(frames.map((frame) => [frame.getAttribute('sandbox'), frame.hasAttribute('srcdoc')])).toEqual([
    ['', false],
    ['', false],
  ]);
  await button('Send 2 emails').click();
  await expect.element(page.getByRole('heading', { name: '2 emails are in the Outbox' })).toBeInTheDocument();
  const written = await Promise.all(messages(session).map(({ id }) => session.message(id)));
  expect(written.map((message) => message?.fields.html).sort()).toEqual([...host.previewed].sort());
  expect(
    messages(session)
      .map(({ language }) => language)
      .sort(),
  ).toEqual(['en', 'sv']);
});

it('C33: leaves out who has no address and says so; the others go, and those left out stay ticked', async () => {
  const session = await open([EBBA, { ...FENNA, email: '' }, { ...PRIYA, email: 'priya@nowhere' }]);
  await check();
  await expect.element(page.getByText('No email address.', { exact: false })).toBeInTheDocument();
  await expect.element(page.getByText('The email address is not a valid one', { exact: false })).toBeInTheDocument();
  await button('Send 1 email').click();
  await expect.element(page.getByText('2 applicants were left out and stay ticked')).toBeInTheDocument();
  expect(messages(session).map(({ toName }) => toName)).toEqual(['Ebba Norrlander']);
  expect([...readList(VACANCY).ticked]).toEqual([applicationId(1), applicationId(2)]);
});

it('spares whoever is unticked in the plan', async () => {
  const session = await open([EBBA, { ...EBBA, givenName: 'Saga' }]);
  await check();
  await page.getByRole('checkbox', { name: 'Write to Ebba Norrlander' }).click();
  await button('Send 1 email').click();
  await expect.poll(() => messages(session).map(({ toName }) => toName)).toEqual(['Saga Norrlander']);
});

it('shows the plan again, and sends nothing, when an address changed after it was made', async () => {
  const session = await open([PRIYA]);
  await check();
  await expect.element(button('Send 1 email')).toBeInTheDocument();
  const person = await session.edit('person', personId(0));
  const target = { table: 'person', id: personId(0), dossier: personId(0) };
  await session.commit({
    action: 'edit-person',
    changes: [setField(target, 'email', 'new@example.com', person?.stamps.get('email') ?? [])],
  });
  await button('Send 1 email').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Something changed meanwhile.');
  await expect.element(page.getByRole('definition').getByText('new@example.com')).toBeInTheDocument();
  expect(messages(session)).toHaveLength(0);
  await button('Send 1 email').click();
  await expect.poll(() => messages(session).map(({ toAddress }) => toAddress)).toEqual(['new@example.com']);
});

it('loses nothing on a full disk: says what happened, and the same button sends later', async () => {
  const host = new MailHost();
  const session = await open([PRIYA], host);
  await check();
  await expect.element(button('Send 1 email')).toBeInTheDocument();
  host.diskFull = true;
  await button('Send 1 email').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full');
  expect(messages(session)).toHaveLength(0);
  host.diskFull = false;
  await button('Send 1 email').click();
  await expect.poll(() => messages(session)).toHaveLength(1);
});

it('writes to nobody twice when the answer is lost, says what is saved, and takes it back on request', async () => {
  const host = new MailHost();
  const session = await open([EBBA, PRIYA], host);
  await check();
  host.cut = 'after';
  await button('Send 2 emails').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('not known yet whether this is saved');
  host.cut = null;
  await button('Send 2 emails').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('2 of 2 emails are saved and stand in the Outbox');
  expect(messages(session)).toHaveLength(2);
  await expect.element(button(/^Send/)).not.toBeInTheDocument();
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect.element(button('Send 2 emails')).toBeInTheDocument();
  expect(messages(session).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  await button('Send 2 emails').click();
  await expect.poll(() => messages(session)).toHaveLength(4);
});

it('keeps the text as a draft, offers it again, and gives it up once it was sent', async () => {
  const host = new MailHost();
  await open([PRIYA], host);
  await field('Subject').fill('About Friday');
  await expect.poll(() => host.drafts.has(DRAFT)).toBe(true);
  await userEvent.keyboard('{Escape}');
  requestProgress('send-email', [applicationId(0)]);
  await expect.element(field('Subject')).toHaveValue('About Friday');
  await expect
    .element(page.getByText('This is the text you were writing before.', { exact: false }))
    .toBeInTheDocument();
  await check();
  await button('Send 1 email').click();
  await expect.poll(() => host.drafts.has(DRAFT)).toBe(false);
});

it('takes the whole action back: from the last step, or from the toast after it', async () => {
  const session = await open([EBBA, PRIYA]);
  await check();
  await button('Send 2 emails').click();
  await button('Close').last().click();
  const undone = await useUiStore.getState().toast?.undo?.();
  expect(undone?.ok).toBe(true);
  expect(messages(session).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
});

it('writes in tabs when there are more than two languages, and leaves a language out on request', async () => {
  const session = await open([EBBA, PRIYA, FENNA]);
  await page.getByRole('tab', { name: /Dutch/ }).click();
  await page.getByRole('checkbox', { name: 'Write in Dutch' }).click();
  await expect.element(page.getByText('Nobody is written to in Dutch.', { exact: false })).toBeInTheDocument();
  await check();
  await expect
    .element(page.getByText('Nothing is written in this person’s language.', { exact: false }))
    .toBeInTheDocument();
  await button('Send 2 emails').click();
  await expect
    .poll(() =>
      messages(session)
        .map(({ language }) => language)
        .sort(),
    )
    .toEqual(['en', 'sv']);
});

it('puts a merge field where the cursor stood', async () => {
  await open([PRIYA]);
  await field('Subject').fill('Hello !');
  const input = field('Subject').element() as HTMLInputElement;
  input.focus();
  input.setSelectionRange(6, 6);
  await button('Insert a field').click();
  await page.getByRole('menuitem', { name: /First name/ }).click();
  await expect.element(field('Subject')).toHaveValue('Hello {given-name}!');
});

it('with nobody to write to says why, and offers the way out', async () => {
  await open([{ ...FENNA, email: '' }]);
  await expect.element(page.getByText('No email address.', { exact: false })).toBeInTheDocument();
  await expect
    .element(page.getByRole('link', { name: 'Add one' }))
    .toHaveAttribute('href', `/vacancies/${VACANCY}/applications/${applicationId(0)}`);
});

it('begins in the field of the subject, and gives the focus back to whoever asked', async () => {
  await open([PRIYA]);
  await expect.element(field('Subject')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('[role="dialog"]')).toBe(null);
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  requestProgress('send-email', [applicationId(0)]);
  await expect.element(field('Subject')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(opener);
});
