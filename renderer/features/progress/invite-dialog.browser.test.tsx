import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { isGenuine, tokensIn } from '../../../shared/domain/answer-token.js';
import { instantAt } from '../../../shared/lib/time.js';
import { hmacSha256 } from '../../data/hmac-sha256.js';
import type { Session } from '../../data/session.js';
import { closeProgress } from '../../state/progress-request.js';
import { hidePage } from '../../testing/page-on-show.js';
import { interview, openInvitation } from './testing/open-invitation.js';
import { MAJA } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

afterEach(async () => {
  closeProgress();
  await hidePage();
});

const typeOfInterview = () => page.getByRole('combobox', { name: 'Type of interview' });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.getByRole('textbox', { name });
const linkBox = () => page.getByRole('checkbox', { name: /include a link for the candidate/ });
const interviews = (session: Session) => [...session.roster.current().interviews.values()];
const statuses = (session: Session) =>
  [...session.roster.current().applications.values()].map(({ status, interviewType }) => [status, interviewType]);

async function fillWhen(date: string, time: string): Promise<void> {
  await field('Date').fill(date);
  await field('Time').fill(time);
  await field('Place').fill('Stand 12');
}

it('R61, R62, R63, R66 invites in one change, and undo takes all of it back', async () => {
  const session = await openInvitation(['sv', 'en']);
  await fillWhen('2099-06-02', '09:00');
  await button(/^Next/).click();
  await expect.element(field('From')).toHaveValue('maja@example.com');
  await button('Check the plan').click();
  await button('Invite 2 applicants').click();
  await expect.element(page.getByRole('heading', { name: /2 interviews are in the calendar/ })).toBeInTheDocument();
  await expect.element(button('Close').last()).toHaveFocus();
  const nine = instantAt('Europe/Oslo', '2099-06-02', '09:00');
  expect(interviews(session).map(({ startsAt, place, accTime }) => [startsAt - nine, place, accTime])).toEqual([
    [0, 'Stand 12', 'awaiting'],
    [30 * 60_000, 'Stand 12', 'awaiting'],
  ]);
  expect(statuses(session)).toEqual([
    ['invited', 'initial'],
    ['invited', 'initial'],
  ]);
  expect([...session.roster.current().messages.values()].map(({ purpose }) => purpose)).toEqual([
    'invitation',
    'invitation',
  ]);
  await button('Undo').click();
  await expect.poll(() => interviews(session)).toEqual([]);
  expect(statuses(session)).toEqual([
    ['new', null],
    ['new', null],
  ]);
  expect([...session.roster.current().messages.values()].map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
});

it('R68 the mail holds answers that the interview itself confirms', async () => {
  const session = await openInvitation(['nl']);
  await fillWhen('2099-06-02', '09:00');
  await button(/^Next/).click();
  await button('Check the plan').click();
  await button('Invite 1 applicant').click();
  await expect.poll(() => interviews(session).length).toBe(1);
  const [message] = session.roster.current().messages.keys();
  const mail = message === undefined ? null : await session.message(message);
  const addresses = mail?.fields.text.match(/mailto:\S+/g) ?? [];
  const answers = addresses.map((address) => {
    const subject = new URL(address).searchParams.get('subject') ?? '';
    const [token] = tokensIn(subject);
    const interview = token === undefined ? undefined : session.roster.current().interviews.get(token.interviewId);
    const isOurs = token !== undefined && interview !== undefined && isGenuine(token, interview, hmacSha256);
    return [subject.split(' – ')[0], isOurs ? token.answer : null];
  });
  expect(answers).toEqual([
    ['Ja, ik zal aanwezig zijn', 'accepted'],
    ['Nee, ik kan helaas niet', 'not-accepted'],
    ['Plan nieuwe afspraak', 'new-time'],
    ['Sollicitatie intrekken', 'withdrawn'],
  ]);
});

it('R70, R71, R74, C1 the box follows the contents until it is touched, and then stays', async () => {
  await openInvitation(['en']);
  await fillWhen('2099-06-02', '09:00');
  await button(/^Next/).click();
  await expect.element(linkBox()).not.toBeChecked();
  const contents = page.getByRole('textbox', { name: 'Contents' });
  await contents.fill('Dear {given-name}');
  await expect.element(linkBox()).toBeChecked();
  await contents.fill('Dear {given-name} {confirmlink}');
  await expect.element(linkBox()).not.toBeChecked();
  await contents.fill('Dear {given-name}');
  await linkBox().click();
  await contents.fill('Hello {given-name}');
  await expect.element(linkBox()).not.toBeChecked();
  await button('Check the plan').click();
  await expect.element(page.getByText(/no link in the email: this person cannot answer/)).toBeInTheDocument();
});

it('R64, C31 without an email it is a booking, and nobody is written to', async () => {
  const session = await openInvitation(['sv']);
  await fillWhen('2099-06-02', '09:00');
  await page.getByRole('radio', { name: 'No email' }).click();
  await expect.element(page.getByText(/No invitation is sent, so no answer is awaited/)).toBeInTheDocument();
  await button('Check the plan').click();
  await button('Invite 1 applicant').click();
  await expect
    .poll(() => interviews(session).map(({ invitation, accTime }) => [invitation, accTime]))
    .toEqual([['none', null]]);
  expect(session.roster.current().messages.size).toBe(0);
  expect(statuses(session)).toEqual([['invited', 'initial']]);
});

it('R62 names what is missing beside its field, and keeps what was typed', async () => {
  await openInvitation(['en']);
  await fillWhen('1969-12-31', '25:00');
  await field('Place').fill('');
  await button(/^Next/).click();
  await expect.element(field('Time')).toHaveAccessibleDescription(/not a time of day/);
  await expect.element(field('Place')).toHaveAccessibleDescription(/says where it is/);
  await field('Time').fill('09:00');
  await field('Place').fill('Room 4');
  await button(/^Next/).click();
  await expect.element(field('Date')).toHaveAccessibleDescription('This time is past.');
});

it('C29 several applicants meet one after the other, or together', async () => {
  const session = await openInvitation(['en', 'en', 'en']);
  await fillWhen('2099-06-02', '09:00');
  await expect.element(page.getByText(/3 interviews without a gap, from 09:00 to 10:30/)).toBeInTheDocument();
  await page.getByRole('radio', { name: 'Together' }).click();
  await expect.element(page.getByText(/One meeting for all 3/)).toBeInTheDocument();
  await button(/^Next/).click();
  await button('Check the plan').click();
  await button('Invite 3 applicants').click();
  await expect.poll(() => new Set(interviews(session).map(({ meetingId }) => meetingId)).size).toBe(1);
  expect(interviews(session)).toHaveLength(3);
  await expect
    .element(page.getByRole('heading', { name: 'One meeting with 3 applicants is in the calendar, 3 invitations' }))
    .toBeInTheDocument();
});

it('R62 the plan says what they are invited to, and each row its own time, the new status and the calendar file', async () => {
  await openInvitation(['en', 'en']);
  await fillWhen('2099-06-02', '09:00');
  await button(/^Next/).click();
  await button('Check the plan').click();
  const dialog = page.getByRole('dialog');
  await expect
    .element(dialog)
    .toHaveTextContent(
      /Initial meeting\/telephone interview · Tuesday 2 June, 09:00, 30 mins · Stand 12 · One after the other/,
    );
  await expect
    .element(button('Email to Person0 Norrlander'))
    .toHaveTextContent(/09:00 · New → Invited · Initial meeting$/);
  await expect
    .element(button('Email to Person1 Norrlander'))
    .toHaveTextContent(/09:30 · New → Invited · Initial meeting$/);
  await expect.element(dialog.getByText('interview.ics')).toBeInTheDocument();
});

it('C33 who gets no email is said to be booked without one', async () => {
  await openInvitation(['en']);
  await fillWhen('2099-06-02', '09:00');
  await page.getByRole('radio', { name: 'No email' }).click();
  await button('Check the plan').click();
  await expect
    .element(page.getByRole('region', { name: 'Recipient' }))
    .toHaveTextContent(/New → Invited · Initial meeting · Booked without an email/);
});

it('C30 the type is the one after the last interview that has begun, and none where they differ', async () => {
  await openInvitation(['en', 'en'], [interview(0, { type: 'second', startsAt: 4e12 })]);
  await expect.element(typeOfInterview()).toHaveValue('Initial meeting/telephone interview');
  closeProgress();
  await hidePage();
  await openInvitation(['en', 'en'], [interview(0, { type: 'initial' })]);
  await expect.element(typeOfInterview()).toHaveValue('');
});

it('names the recruiter who is busy, and when', async () => {
  const startsAt = instantAt('Europe/Oslo', '2099-06-02', '09:00');
  await openInvitation(['en', 'en'], [interview(0, { recruiterIds: [MAJA], startsAt, minutes: 60 })]);
  await fillWhen('2099-06-02', '09:00');
  const said = page.getByRole('status').filter({ hasText: 'At the same time' });
  await expect
    .element(said)
    .toHaveTextContent('At the same time: Person0 Norrlander, 09:00 (Maja and Person0 Norrlander)');
  await button(/^Next/).click();
  await button('Check the plan').click();
  await expect
    .element(page.getByRole('list', { name: 'Look at this before you send' }).getByRole('listitem').nth(1))
    .toHaveTextContent(/2 interviews\. The first: Maja, 2 Jun, 09:00\. Person0 Norrlander and Person1 Norrlander/);
});
