import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { RIGHTS_OF_LEVEL } from '../../../shared/domain/right-levels.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { RIGHTS } from '../../../shared/records/recruiter.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { RecruiterSection } from './recruiter-section.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);
const PER = testId<RecruiterId>(4);

afterEach(hidePage);

async function show(): Promise<Session> {
  await page.viewport(1200, 800);
  const recruiter = (id: string, name: string, rights: readonly string[]) =>
    ({
      kind: 'create',
      table: 'recruiter',
      id,
      dossier: null,
      fields: { name, email: '', rights, active: true },
    }) as const;
  const session = await openTestSession([
    organisationCreate({ departments: ['Grid', 'IT'] }),
    recruiter(MAJA, 'Maja', RIGHTS),
    recruiter(PER, 'Per', [...RIGHTS_OF_LEVEL['mid-level']]),
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const routeTree = createRootRoute({ component: RecruiterSection });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }));
  return session;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const level = () => page.getByRole('combobox', { name: 'Access' });
const tick = (name: string) => page.getByRole('checkbox', { name });
const per = (session: Session) => session.roster.current().recruiters.get(PER);

it('G-9: a level sets the single rights, and changing one of them makes it an own selection', async () => {
  const session = await show();
  await button('Edit Per').click();
  await expect.element(level()).toHaveValue('Mid-level');
  await expect.element(tick('Send job offer')).not.toBeChecked();
  await level().click();
  await page.getByRole('option', { name: 'Limited' }).click();
  await expect.element(tick('Transfer')).not.toBeChecked();
  await expect.element(tick('Reject')).toBeChecked();
  await tick('Transfer').click();
  await expect.element(level()).toHaveValue('Own selection');
  await button('Save changes').click();
  await expect.poll(() => new Set(per(session)?.rights)).toEqual(new Set([...RIGHTS_OF_LEVEL.limited, 'transfer']));
});

it('G-9: a department administrator has departments of the own', async () => {
  const session = await show();
  await button('Edit Per').click();
  await level().click();
  await page.getByRole('option', { name: 'Department administrator' }).click();
  await page.getByRole('combobox', { name: 'Own departments' }).click();
  await page.getByRole('option', { name: 'Grid' }).click();
  await button('Save changes').click();
  await expect.poll(() => per(session)?.departments).toEqual(['Grid']);
  await expect.element(page.getByText('Department administrator · Grid')).toBeInTheDocument();
});

it('G-9, C19: the last administrator stays one, in the form and where it is written', async () => {
  const session = await show();
  await button('Edit Maja').click();
  await level().click();
  await page.getByRole('option', { name: 'Limited' }).click();
  await button('Save changes').click();
  await expect.element(page.getByText('Somebody must stay administrator', { exact: false })).toBeInTheDocument();
  const demote = {
    kind: 'set',
    table: 'recruiter',
    id: MAJA,
    dossier: null,
    field: 'active',
    value: false,
    before: true,
    replaces: [],
  } as const;
  const answer = await session.commit({ action: 'edit-recruiter', changes: [demote] });
  expect(answer).toMatchObject({ ok: false, code: 'right/last-administrator' });
  expect(session.roster.current().recruiters.get(MAJA)?.active).toBe(true);
});
