import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import { personCreate, testId } from '../../../shared/testing/change-builders.js';
import { changesTo } from '../../data/edit-record.js';
import type { Session } from '../../data/session.js';
import { closeProgress } from '../../state/progress-request.js';
import { hidePage } from '../../testing/page-on-show.js';
import { applicationId, MAJA, openProgress } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

beforeEach(() => {
  closeProgress();
});

afterEach(async () => {
  closeProgress();
  await hidePage();
});

const EBBA = { givenName: 'Ebba', language: 'sv' } as const;
/** Somebody else who administers, so that Maja need not. */
const PER: Change = {
  kind: 'create',
  table: 'recruiter',
  id: testId(4),
  dossier: null,
  fields: { name: 'Per', email: '', rights: [...RIGHTS], active: true },
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const statusOf = (session: Session, n: number) => session.roster.current().applications.get(applicationId(n))?.status;

async function change(session: Session, fields: { rights: Right[] } | { active: boolean }): Promise<void> {
  const maja = await session.edit('recruiter', MAJA);
  const saved = await session.commit({ action: 'edit-recruiter', changes: changesTo(maja!, fields) });
  expect(saved.ok).toBe(true);
}

it('C19: a right that is taken away while the dialog is open is refused at Execute, in words, and the dialog stays', async () => {
  const session = await openProgress('delete', { people: [EBBA], more: [PER] });
  await expect.element(button('Delete 1')).toBeEnabled();
  await change(session, { rights: RIGHTS.filter((right) => right !== 'delete') });
  await button('Delete 1').click();
  await expect
    .element(page.getByText('You no longer have the right to do this.', { exact: false }))
    .toBeInTheDocument();
  await expect.element(button('Delete 1')).toBeDisabled();
  expect(statusOf(session, 0)).toBe('new');
});

it('C19: whoever is deactivated meanwhile writes nothing more, whatever the screen still shows; what was done can be taken back', async () => {
  const session = await openProgress('delete', { people: [EBBA], more: [PER] });
  await change(session, { active: false });
  const answer = await session.commit({ action: 'edit-person', changes: [personCreate(testId(77))] });
  expect(answer).toMatchObject({ ok: false, code: 'right/not-working-here' });
  await button('Delete 1').click();
  await expect.poll(() => statusOf(session, 0)).toBe('new');
});

it('G-9: only the types of interview are offered that this person may invite to', async () => {
  await openProgress('invite-to-interview', {
    people: [EBBA],
    more: [PER],
    rights: ['invite-initial', 'invite-third', 'no-other-applications'],
  });
  await page.getByRole('combobox', { name: 'Type of interview' }).click();
  await expect.element(page.getByRole('option', { name: 'Third interview' })).toBeInTheDocument();
  const offered = page.getByRole('listbox', { name: 'Type of interview' }).getByRole('option');
  expect(offered.elements().map(({ textContent }) => textContent)).toEqual([
    'Initial meeting/telephone interview',
    'Third interview',
  ]);
});
