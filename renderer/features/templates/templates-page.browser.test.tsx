import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mailTemplateId } from '../../../shared/domain/mail-template-id.js';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { ownMailText, templateFor } from '../../data/mail-templates.js';
import { useUiStore } from '../../state/ui-store.js';
import { hidePage } from '../../testing/page-on-show.js';
import { button, contents, DRAFT, KEY, openTemplates, own, PreviewHost, subject } from './testing/open-templates.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

afterEach(async () => {
  await hidePage();
});

it('R55 a text that is saved is what the next mail of its kind begins with, in that language alone', async () => {
  const session = await openTemplates();
  await subject.fill('Hello {given-name}');
  await contents.fill('Come and see us, {given-name}.');
  await button('Save').click();
  await expect.poll(() => own(session)?.subject).toBe('Hello {given-name}');
  expect(own(session)?.contents).toEqual(plainToRichText('Come and see us, {given-name}.'));
  const translator = createTranslator('en');
  const begins = (language: 'en' | 'sv') => templateFor(session.roster.current(), translator, { ...KEY, language });
  expect({ ...begins('en'), reminder: null }).toEqual(own(session));
  expect(begins('sv').subject).toContain('Tack');
});

it('C32 names a field of the subject that does not exist while it is typed; Ctrl+S saves', async () => {
  const session = await openTemplates();
  await subject.fill('Hello {firstname}');
  await expect.element(subject).toHaveAccessibleDescription('There is no field {firstname} (English).');
  await subject.fill('Hello {given-name}');
  await expect.element(subject).not.toHaveAttribute('aria-invalid', 'true');
  await userEvent.keyboard('{Control>}s{/Control}');
  await expect.poll(() => own(session)?.subject).toBe('Hello {given-name}');
});

it('R67 shows the mail as a recipient will see it, while it is typed', async () => {
  const host = new PreviewHost();
  await openTemplates(host);
  await contents.fill('Dear {given-name}, greetings from {company}');
  await expect.poll(() => host.previewed.at(-1)).toContain('Dear Kim, greetings from Norrvik</p>');
  await subject.fill('For {given-name} {family-name}');
  await expect.element(page.getByText('For Kim Sample')).toBeInTheDocument();
});

it('C1 R67 shows an invitation with its four answers as links, its place, its time and who meets the candidate', async () => {
  const host = new PreviewHost();
  await openTemplates(host, '/templates/invite-first/en');
  await contents.fill('{interviewdate} at {interviewtime}, {address}, {interviewers}: {confirmlink}');
  await expect
    .poll(() => host.previewed.at(-1))
    .toMatch(/Thursday, 8 January 1970 at 10:00, Stand C12, hall 2, Maja: <br>/);
  expect(host.previewed.at(-1)?.match(/<a href="mailto:maja@example\.com\?subject=/g)).toHaveLength(4);
});

it('C32 names the link to answer where it cannot be one, and saves nothing', async () => {
  const session = await openTemplates(new PreviewHost(), '/templates/invite-first/en');
  await subject.fill('Come {confirmlink}');
  await contents.fill('See https://example.com/{confirmlink}');
  await button('Save').click();
  const words = /\{confirmlink\} is several links of its own and cannot stand in a subject, a link or a button/;
  await expect.element(subject).toHaveAccessibleDescription(words);
  await expect.element(contents).toHaveAccessibleDescription(words);
  expect(ownMailText(session.roster.current(), { ...KEY, purpose: 'invite-first' })).toBeNull();
});

it('C32 names a field that does not exist and a subject that is empty, and saves nothing', async () => {
  const session = await openTemplates();
  await subject.fill(' ');
  await contents.fill('Dear {firstname}');
  await button('Save').click();
  await expect.element(subject).toHaveAccessibleDescription('Subject is empty (English).');
  await expect.element(contents).toHaveAccessibleDescription('There is no field {firstname} (English).');
  await expect.element(subject).toHaveFocus();
  expect(own(session)).toBeNull();
});

it('goes back to the shipped text, and that can be undone as saving can', async () => {
  const session = await openTemplates();
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
  const session = await openTemplates(host);
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
  const session = await openTemplates(host);
  await contents.click();
  await userEvent.keyboard('Typed ');
  await expect.poll(() => host.drafts.has(DRAFT)).toBe(true);
  await expect.element(page.getByText('Not saved yet.', { exact: false })).toBeInTheDocument();
  expect(own(session)).toBeNull();
  await button('Discard the changes').click();
  await expect.element(contents).not.toHaveTextContent('Typed');
  await expect.poll(() => host.drafts.has(DRAFT)).toBe(false);
});
