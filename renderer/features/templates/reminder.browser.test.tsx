import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { ownMailText, templateFor, wholeTemplate, type TemplateKey } from '../../data/mail-templates.js';
import type { Session } from '../../data/session.js';
import { useUiStore } from '../../state/ui-store.js';
import { hidePage } from '../../testing/page-on-show.js';
import { button, contents, openTemplates, PreviewHost, subject } from './testing/open-templates.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

afterEach(async () => {
  await hidePage();
});

const FIRST: TemplateKey = { purpose: 'invite-first', language: 'en', department: '' };
const AT = '/templates/invite-first/en';
const sms = page.getByRole('textbox', { name: 'SMS text' });
const part = (name: string) => page.getByRole('radio', { name }).click();
const reminder = (session: Session) => ownMailText(session.roster.current(), FIRST)?.reminder;

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

it('R76, R78, R82 an invitation’s template keeps what its reminder begins with, and goes back with it', async () => {
  const session = await openTemplates(new PreviewHost(), AT);
  await part('Reminder');
  await choose('Reminder', 'Send SMS + email reminder');
  await choose('When', '3 days before');
  await subject.fill('Soon, {given-name}');
  await page.getByRole('textbox', { name: 'Signature' }).fill('{company}');
  await sms.fill('Soon, {given-name}');
  await button('Save').click();
  await expect
    .poll(() => reminder(session))
    .toMatchObject({
      option: 'sms-and-email',
      daysBefore: 3,
      subject: 'Soon, {given-name}',
      signature: '{company}',
      sms: 'Soon, {given-name}',
    });
  const translator = createTranslator('en');
  const shipped = templateFor(session.roster.current(), translator, { ...FIRST, language: 'sv' });
  expect(Object.keys(shipped)).toEqual(['subject', 'contents']); // a mail that is begun knows nothing of reminders
  expect(
    wholeTemplate(session.roster.current(), translator, { ...FIRST, department: 'Grid' }).reminder?.daysBefore,
  ).toBe(3);
  await button('Back to the shipped text').click();
  await expect.poll(() => reminder(session)).toBeUndefined();
  await expect.element(sms).not.toHaveValue('Soon, {given-name}');
  await useUiStore.getState().toast?.undo?.();
  await expect.element(sms).toHaveValue('Soon, {given-name}');
});

it('C32 shows the SMS with the example in it, its length, and what makes it longer', async () => {
  await openTemplates(new PreviewHost(), AT);
  await part('Reminder');
  const preview = page.getByRole('region', { name: 'SMS', exact: true });
  await sms.fill('Hi {given-name}!');
  await expect.element(preview).toHaveTextContent('Hi Kim!7 characters · 1 SMS');
  await sms.fill(`${'a'.repeat(160)}{given-name}`);
  await expect.element(preview).toHaveTextContent('163 characters · 2 SMS');
  await sms.fill('“{given-name}”');
  await expect
    .element(preview)
    .toHaveTextContent('are not in the SMS alphabet: with them an SMS holds 70 characters instead of 160.');
});

it('C32 names what is wrong with the reminder where it stands, whichever part is open, and saves nothing', async () => {
  const session = await openTemplates(new PreviewHost(), AT);
  await part('Reminder');
  await sms.fill(' ');
  await part('Invitation');
  await subject.fill('Come');
  await button('Save').click();
  await expect.element(sms).toHaveAccessibleDescription('SMS text is empty (English).');
  await expect.element(sms).toHaveFocus();
  await sms.fill('{firstname} {confirmlink}');
  await button('Save').click();
  await expect
    .element(sms)
    .toHaveAccessibleDescription(/There is no field \{firstname\}.*\{confirmlink\} cannot be filled in/);
  await sms.fill('a'.repeat(500));
  await button('Save').click();
  await expect.element(sms).toHaveAccessibleDescription(/takes 4 SMS, and at most 3 are possible/);
  expect(ownMailText(session.roster.current(), FIRST)).toBeNull();
});

it('R82 shows the reminder with its signature, puts fields into the SMS, and leaves other kinds without one', async () => {
  const host = new PreviewHost();
  await openTemplates(host, AT);
  await part('Reminder');
  await contents.fill('See you, {given-name}');
  await page.getByRole('textbox', { name: 'Signature' }).fill('The team of {company}');
  await expect.poll(() => host.previewed.at(-1)).toMatch(/See you, Kim<\/p><p[^>]*>The team of Norrvik/);
  await sms.fill('');
  await button('Insert a field').last().click();
  await page.getByRole('menuitem', { name: 'Company' }).click();
  await expect.element(sms).toHaveValue('{company}');
  await page.getByRole('link', { name: 'Job offer' }).click();
  await expect.element(page.getByRole('heading', { name: 'Job offer' })).toBeInTheDocument();
  await expect.element(page.getByRole('radio', { name: 'Reminder' })).not.toBeInTheDocument();
});
