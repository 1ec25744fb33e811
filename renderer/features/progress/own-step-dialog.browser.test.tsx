import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { chooseStep } from '../../../shared/domain/action-choice.js';
import type { Change } from '../../../shared/changes/change-set.js';
import { testId } from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { closeProgress } from '../../state/progress-request.js';
import { hidePage } from '../../testing/page-on-show.js';
import { applicationId, openProgress, personId } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const STEP = testId(700);
const HIRED: Change = {
  kind: 'event',
  table: 'application',
  id: applicationId(1),
  dossier: personId(1),
  event: { id: testId(90), type: 'status', at: 1, by: null, to: 'hired' },
};

beforeEach(() => {
  closeProgress();
});

afterEach(async () => {
  closeProgress();
  await hidePage();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (session: Session, n: number) => session.roster.current().applications.get(applicationId(n));

async function open(count: number, more: readonly Change[] = []): Promise<Session> {
  const people = Array.from({ length: count }, (_, n) => ({ givenName: 'Person', familyName: n.toString() }));
  const ownSteps = [{ id: STEP, names: { en: 'Trial day' }, retired: false }];
  const session = await openProgress(chooseStep(STEP), { people, more, organisation: { ownSteps } });
  await expect.element(page.getByRole('dialog', { name: 'Trial day' })).toBeInTheDocument();
  return session;
}

it('G-8: an own step is noted for many in one go without a mail, no status changes, and undo takes it back', async () => {
  const session = await open(3);
  await button('Check the plan').click();
  await button(/^Note for 3/).click();
  await expect.poll(() => [0, 1, 2].map((n) => row(session, n)?.ownStepId)).toEqual([STEP, STEP, STEP]);
  expect([0, 1, 2].map((n) => row(session, n)?.status)).toEqual(['new', 'new', 'new']);
  expect(session.roster.current().messages.size).toBe(0);
  await button('Undo').click();
  await expect.poll(() => row(session, 1)?.ownStepId).toBeNull();
});

it('C26: whoever is processed keeps the status, and no mail is spoken of where none goes', async () => {
  await open(2, [HIRED]);
  await button('Check the plan').click();
  const warnings = page.getByRole('list', { name: 'Look at this before you send' });
  await expect.element(warnings).toHaveTextContent(/1 application is already processed, and keeps its status/);
});

it('G-8: with a mail it writes to each in their language, and the hired can take it as they can be written to', async () => {
  const session = await open(2, [HIRED]);
  await page.getByRole('radio', { name: 'Send email', exact: true }).click();
  await button(/^Next/).click();
  await page.getByRole('textbox', { name: 'Subject' }).fill('Your trial day');
  await page.getByRole('textbox', { name: 'Contents' }).fill('Welcome to your trial day.');
  await button('Check the plan').click();
  await button(/^Note for 2, send 2 emails/).click();
  await expect.poll(() => session.roster.current().messages.size).toBe(2);
  expect(row(session, 1)).toMatchObject({ status: 'hired', ownStepId: STEP });
});
