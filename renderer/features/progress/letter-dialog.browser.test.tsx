import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { testId } from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { closeLetters, useLetterRequestStore } from '../../state/letter-request.js';
import { closeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { LetterHost } from '../../testing/letter-host.js';
import { hidePage } from '../../testing/page-on-show.js';
import { applicationId, MAJA, openProgress, personId } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

beforeEach(() => {
  closeProgress();
  closeLetters();
});

afterEach(async () => {
  closeProgress();
  closeLetters();
  await hidePage();
});

const EBBA = { givenName: 'Ebba', language: 'sv' } as const;
const PRIYA = { givenName: 'Priya', language: 'en', email: '' } as const;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const address = (name: string) => page.getByLabelText(`Postal address, ${name}`, { exact: true });
const letters = (session: Session) => [...session.roster.current().letters.values()];
const addressOf = (session: Session, n: number) => session.roster.current().people.get(personId(n))?.postalAddress;

async function toPlan(): Promise<void> {
  await button('Next').click();
  await button('Check the plan').click();
}

it('R42, R44, C30: a letter for each, also without email; nothing is sent, addresses stay with the people, undo takes all back', async () => {
  const host = new LetterHost();
  const session = await openProgress('send-letter', { people: [EBBA, PRIYA], host });
  await address('Ebba Norrlander').fill('Björkvägen 12 B\n972 41 Luleå');
  await address('Priya Norrlander').fill('1 High Street\nYork');
  await toPlan();
  await expect.element(page.getByText('get a letter')).toBeInTheDocument();
  await expect.element(page.getByText('Fairdesk posts nothing')).toBeInTheDocument();
  await button('Write 2 letters').click();
  await expect.element(page.getByText('2 letters are written')).toBeInTheDocument();
  expect(letters(session).map(({ toName, state, template }) => [toName, state, template])).toEqual([
    ['Ebba Norrlander', 'written', 'letter-received'],
    ['Priya Norrlander', 'written', 'letter-received'],
  ]);
  expect(session.roster.current().messages.size).toBe(0);
  expect([addressOf(session, 0), addressOf(session, 1)]).toEqual([
    'Björkvägen 12 B\n972 41 Luleå',
    '1 High Street\nYork',
  ]);
  // Both were set in one run before anything was written.
  expect(host.made.some((set) => set.length === 2)).toBe(true);
  await button('Undo').click();
  await expect.poll(() => letters(session)).toEqual([]);
  expect(addressOf(session, 0)).toBe('');
});

it('R43, C16: exactly two templates; the one chosen is the frame, and its text is edited before it is written', async () => {
  const session = await openProgress('send-letter', { people: [PRIYA], host: new LetterHost() });
  await expect.poll(() => page.getByRole('radio').all().length).toBe(2);
  await page.getByRole('radio', { name: 'Letter: Application rejected' }).click();
  await button('Next').click();
  await expect.element(page.getByText('decided to go on with other applicants')).toBeInTheDocument();
  await expect.element(page.getByLabelText('From', { exact: true })).not.toBeInTheDocument();
  await page.getByLabelText('Subject').fill('About {vacancy-title}');
  await button('Check the plan').click();
  await button('Write 1 letter').click();
  await expect
    .poll(() => letters(session).map(({ subject, template }) => [subject, template]))
    .toEqual([['About Trainee', 'letter-rejected']]);
});

it('C28: a missing postal address is warned of, and the letter is written all the same', async () => {
  const session = await openProgress('send-letter', { people: [EBBA, PRIYA], host: new LetterHost() });
  await address('Ebba Norrlander').fill('Björkvägen 12 B\n972 41 Luleå');
  await toPlan();
  await expect.element(page.getByText('No postal address is known for 1 person')).toBeInTheDocument();
  await button('Write 2 letters').click();
  await expect.poll(() => letters(session).length).toBe(2);
});

it('names whose letter the font cannot show, and writes the others once that one is left out', async () => {
  const session = await openProgress('send-letter', { people: [EBBA, PRIYA], host: new LetterHost() });
  await address('Priya Norrlander').fill('李');
  await toPlan();
  await expect.element(page.getByText('holds a character that its font cannot show').first()).toBeInTheDocument();
  await page.getByRole('checkbox', { name: 'Include Priya Norrlander' }).click();
  await button('Write 1 letter').click();
  await expect.poll(() => letters(session).map(({ toName }) => toName)).toEqual(['Ebba Norrlander']);
});

it('R44: what somebody has posted stays when the writing is undone', async () => {
  const session = await openProgress('send-letter', { people: [PRIYA], host: new LetterHost() });
  await toPlan();
  await button('Write 1 letter').click();
  await expect.poll(() => letters(session).length).toBe(1);
  const id = letters(session)[0]?.id ?? testId(1);
  const event = { id: testId(77), type: 'post', at: 1, by: MAJA, state: 'posted' } as const;
  await session.commit({
    action: 'letters-posted',
    changes: [{ kind: 'event', table: 'letter', id, dossier: personId(0), event }],
  });
  await button('Undo').click();
  await expect.poll(() => useProgressRequestStore.getState().request).toBeNull();
  expect(letters(session).map(({ state }) => state)).toEqual(['posted']);
});

it('C33: whoever was rejected without a mail gets the letter: the same people, the template of a rejection', async () => {
  const session = await openProgress('reject', { people: [EBBA, PRIYA], host: new LetterHost() });
  await page.getByRole('radio', { name: 'Rejection following application review' }).click();
  await page.getByRole('radiogroup', { name: 'Reason' }).getByRole('radio').first().click();
  await toPlan();
  await button(/^Reject 2/).click();
  await button('Write 1 letter instead').click();
  await expect.element(page.getByRole('radio', { name: 'Letter: Application rejected' })).toBeChecked();
  await expect.element(address('Priya Norrlander')).toBeInTheDocument();
  await expect.element(address('Ebba Norrlander')).not.toBeInTheDocument();
  await toPlan();
  await button('Write 1 letter').click();
  await expect.poll(() => letters(session).map(({ applicationId: id }) => id)).toEqual([applicationId(1)]);
  expect(session.roster.current().applications.get(applicationId(1))?.status).toBe('rejected');
});

it('R44: from the last step the letters go to the printer, and the dialog makes room for it', async () => {
  const session = await openProgress('send-letter', { people: [PRIYA], host: new LetterHost() });
  await toPlan();
  await button('Write 1 letter').click();
  await button('Print').click();
  expect(useLetterRequestStore.getState().request).toMatchObject({
    act: 'print',
    letterIds: letters(session).map(({ id }) => id),
  });
  expect(useProgressRequestStore.getState().request).toBeNull();
});
