import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { instantAt } from '../../../shared/lib/time.js';
import type { Session } from '../../data/session.js';
import { closeProgress } from '../../state/progress-request.js';
import { hidePage } from '../../testing/page-on-show.js';
import { openProgress } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

afterEach(async () => {
  closeProgress();
  await hidePage();
});

/** The clock of the session stands on the morning of 1 January 1970, in Oslo. */
async function open(date: string, people = 1): Promise<Session> {
  const session = await openProgress('invite-to-interview', {
    people: Array.from({ length: people }, (_, n) => ({ givenName: `Person${n.toString()}`, language: 'en' as const })),
    organisation: { zone: 'Europe/Oslo' },
  });
  await field('Date').fill(date);
  await field('Time').fill('10:00');
  await field('Place').fill('Stand 12');
  return session;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.getByRole('textbox', { name });
const section = page.getByRole('region', { name: 'Reminder' });
const reminder = section.getByRole('combobox', { name: 'Reminder' });
const when = section.getByRole('combobox', { name: 'When' });
const reminders = (session: Session) =>
  [...session.roster.current().messages.values()].filter(({ purpose }) => purpose === 'reminder');

async function choose(option: string): Promise<void> {
  await reminder.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

it('R75, R77, R80, R83, C3, C27 sets the reminder beside the invitation and says when it leaves and what that asks', async () => {
  const session = await open('1970-01-12');
  await expect.element(reminder).toHaveValue('No reminder');
  await reminder.click();
  // R77, C19: without a gateway there is no SMS.
  expect(
    page
      .getByRole('option')
      .elements()
      .map((one) => one.textContent),
  ).toEqual(['No reminder', 'Send email reminder']);
  await page.getByRole('option', { name: 'Send email reminder' }).click();
  await when.click();
  await page.getByRole('option', { name: '5 days before' }).click();
  await expect.element(section).toHaveTextContent(/7 January at 09:00 \(CET\/CEST\)\. This laptop must be on/);
  await button('Text of the reminder').click();
  await section.getByRole('textbox', { name: 'Subject' }).fill('Soon, {given-name}');
  await button(/^Next/).click();
  await button('Check the plan').click();
  await page.getByRole('radio', { name: 'Reminder' }).click();
  await expect.element(page.getByText('Soon, Person0').first()).toBeInTheDocument();
  await button('Invite 1 applicant').click();
  await expect
    .element(page.getByRole('heading', { name: /1 invitation in the Outbox, 1 reminder/ }))
    .toBeInTheDocument();
  expect(reminders(session).map(({ holdUntil, subject }) => [holdUntil, subject])).toEqual([
    [instantAt('Europe/Oslo', '1970-01-07', '09:00'), 'Soon, Person0'],
  ]);
  await button('Undo').click();
  await expect.poll(() => reminders(session).map(({ state }) => state)).toEqual(['cancelled']);
});

it('R81, C5 disables what cannot be met with the reason, and names the largest where it was chosen before', async () => {
  await open('1970-01-12');
  await choose('Send email reminder');
  await when.click();
  await page.getByRole('option', { name: '7 days before' }).click();
  await field('Date').fill('1970-01-04');
  await button(/^Next/).click();
  await expect.element(when).toHaveAccessibleDescription(/Choose 3 days before at most, or No reminder/);
  await when.click();
  const five = page.getByRole('option', { name: '5 days before (3 days left)' });
  await expect.element(five).toHaveAttribute('data-combobox-disabled', 'true');
  await page.getByRole('option', { name: '2 days before', exact: true }).click();
  await button(/^Next/).click();
  await expect.element(field('From')).toBeInTheDocument();
});

it('R65 with No email the reminder goes alone', async () => {
  const session = await open('1970-01-02', 2);
  await field('Time').fill('23:00');
  await page.getByRole('radio', { name: 'No email' }).click();
  await choose('Send email reminder');
  await expect.element(section).toHaveTextContent(/Leaves on .*1 January at 09:00/);
  await button(/^Check the plan|^Next/).click();
  await button('Invite 2 applicants').click();
  await expect.element(page.getByRole('heading', { name: /2 reminders in the Outbox/ })).toBeInTheDocument();
  expect([...session.roster.current().messages.values()].map(({ purpose }) => purpose)).toEqual([
    'reminder',
    'reminder',
  ]);
});

it('C32 opens the text where something is wrong with it', async () => {
  await open('1970-01-12');
  await choose('Send email reminder');
  await button('Text of the reminder').click();
  await section.getByRole('textbox', { name: 'Subject' }).fill(' ');
  await button('Text of the reminder').click();
  await button(/^Next/).click();
  await expect
    .element(section.getByRole('textbox', { name: 'Subject' }))
    .toHaveAccessibleDescription(/The reminder has no subject \(English\)/);
});
