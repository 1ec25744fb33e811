import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import type { LetterDocument } from '../../../shared/records/letter.js';
import type { ApplicationId, LetterId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { closeLetters, requestLetters } from '../../state/letter-request.js';
import { LetterHost } from '../../testing/letter-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { LettersHost } from './letters-host.js';
import { LettersPage } from './letters-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);
const letterId = (n: number) => testId<LetterId>(5000 + n);
const personId = (n: number) => testId<PersonId>(1000 + n);
const applicationId = (n: number) => testId<ApplicationId>(2000 + n);

beforeEach(closeLetters);
afterEach(async () => {
  closeLetters();
  vi.restoreAllMocks();
  await hidePage();
});

function documentTo(name: string): LetterDocument {
  return {
    language: 'sv',
    date: '2026-11-21',
    dateInWords: '21 november 2026',
    sender: { name: 'Norrvik', address: [] },
    recipient: { name, address: ['Storgatan 1', '111 22 Stockholm'] },
    subject: `Brev till ${name}`,
    blocks: [{ kind: 'paragraph', lines: [[{ text: 'Hej', bold: false, italic: false }]] }],
    signature: [],
  };
}

function letterTo(n: number, name: string): readonly Change[] {
  const ids = { personId: personId(n), applicationId: applicationId(n), vacancyId: VACANCY };
  const fields = { ...ids, template: 'letter-received', document: documentTo(name), writtenAt: n + 1, writtenBy: MAJA };
  return [
    personCreate(personId(n), { givenName: name, email: '' }),
    applicationCreate(applicationId(n), { personId: personId(n), vacancyId: VACANCY }),
    { kind: 'create', table: 'letter', id: letterId(n), dossier: personId(n), fields },
  ];
}

function Both() {
  return (
    <>
      <LettersPage />
      <LettersHost />
    </>
  );
}

async function open(names: readonly string[], more: readonly Change[] = [], host = new LetterHost()) {
  await page.viewport(1366, 768);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [], active: true };
  const session = await openTestSession(
    [
      organisationCreate(),
      vacancyCreate(VACANCY, { title: 'Trainee' }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      ...names.flatMap((name, n) => letterTo(n, name)),
      ...more,
    ],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  showPage(session, createRouter({ routeTree: createRootRoute({ component: Both }), history: createMemoryHistory() }));
  return { session, host };
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const tick = (name: string) => page.getByRole('checkbox', { name: `Select the letter to ${name}` }).click();
const states = ({ roster }: Session) => [...roster.current().letters.values()].map(({ state }) => state);

it('R44, C16: several are printed as one PDF, and count as printed, then as posted, only when somebody says so', async () => {
  let sheets = 0;
  vi.spyOn(window, 'print').mockImplementation(() => {
    sheets = document.querySelectorAll('body > [aria-hidden] > div > img').length;
  });
  const { session, host } = await open(['Ebba', 'Priya', 'Fenna']);
  await tick('Ebba');
  await tick('Priya');
  await button('Print 2').click();
  await expect.element(page.getByText('Did everything come out of the printer?')).toBeInTheDocument();
  expect(sheets).toBe(2);
  expect(host.made.at(-1)?.map(({ recipient }) => recipient.name)).toEqual(['Ebba', 'Priya']);
  expect(states(session)).toEqual(['written', 'written', 'written']);
  await button('Yes, printed').click();
  await expect.poll(() => states(session)).toEqual(['printed', 'printed', 'written']);
  expect(document.querySelectorAll('body > [aria-hidden] > div > img').length).toBe(0);
  await button('Mark 2 as posted').click();
  await expect.poll(() => states(session)).toEqual(['posted', 'posted', 'written']);
  await expect.element(page.getByText('Brev till Ebba')).not.toBeInTheDocument();
});

it('C16: a print dialog that was closed without printing leaves the letter as it was', async () => {
  vi.spyOn(window, 'print').mockImplementation(() => undefined);
  const { session } = await open(['Ebba']);
  requestLetters('print', [letterId(0)]);
  await button('No, not yet').click();
  expect(states(session)).toEqual(['written']);
});

it('opens a letter beside the list, by click and by keyboard, and takes it out of the post', async () => {
  const { session } = await open(['Ebba', 'Priya']);
  await page.getByText('Brev till Priya').click();
  await expect.element(page.getByRole('complementary', { name: 'Brev till Priya' })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
  await page.getByText('Brev till Ebba').click();
  await button('Do not post').click();
  await expect.poll(() => states(session)).toEqual(['discarded', 'written']);
  await page.getByRole('radio', { name: 'Done' }).click({ force: true });
  await expect.element(page.getByText('Not to be posted').first()).toBeInTheDocument();
});

it('C34: a letter that waits says what became of its application since', async () => {
  const event = { id: testId(77), at: 1, by: MAJA, type: 'status', to: 'deleted' } as const;
  await open(
    ['Ebba'],
    [{ kind: 'event', table: 'application', id: applicationId(0), dossier: personId(0), event } as const],
  );
  await expect.element(page.getByText('Vacancy status since then: Deleted.')).toBeInTheDocument();
});

it('with nothing to post it says what the place is', async () => {
  await open([]);
  await expect.element(page.getByText('No letter waits to be posted')).toBeInTheDocument();
});
