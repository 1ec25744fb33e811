import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { instantAt } from '../../../shared/lib/time.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import type { Right } from '../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { changeCalendar } from '../../state/calendar-view.js';
import { closeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { CalendarPage } from './calendar-page.js';

const ZONE = 'Europe/Oslo';
const VACANCY = testId<VacancyId>(20);
const MAJA = testId<RecruiterId>(3);
const applicationOf = (at: number): ApplicationId => testId(201 + at);

async function showCalendar(rights: readonly Right[]): Promise<void> {
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const session = await openTestSession(
    [
      organisationCreate({ zone: ZONE }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      vacancyCreate(VACANCY),
      ...['Ebba', 'Jonas', 'Liv'].flatMap((givenName, at) => {
        const personId = testId<PersonId>(101 + at);
        return [
          personCreate(personId, { givenName, familyName: '' }),
          applicationCreate(applicationOf(at), { personId, vacancyId: VACANCY }),
        ];
      }),
    ],
    { now: instantAt(ZONE, '2026-11-18', '07:00') },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  showPage(session, createRouter({ routeTree: createRootRoute({ component: CalendarPage }), history }));
  await expect.element(page.getByRole('button', { name: 'Later' })).toBeInTheDocument();
}

afterEach(async () => {
  await hidePage();
  closeProgress();
  changeCalendar({ inviting: null });
});

it('R60 by keyboard: I opens who is to be invited, a name is typed, and Enter leads to the next free time', async () => {
  await showCalendar(['invite-initial']);
  await userEvent.keyboard('i');
  const panel = page.getByRole('complementary', { name: 'To be invited' });
  await expect.element(panel.getByRole('textbox', { name: 'Applicant' })).toHaveFocus();
  await userEvent.keyboard('jon{Tab}');
  await expect.element(panel.getByRole('button', { name: /^Jonas/ })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(useProgressRequestStore.getState().request).toMatchObject({
    action: 'invite-to-interview',
    applicationIds: [applicationOf(1)],
    slot: null,
  });
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect.element(panel).not.toBeInTheDocument();
});

it('C19 who may not invite is offered nobody', async () => {
  await showCalendar(['send-email']);
  changeCalendar({ inviting: { vacancyId: null } });
  await userEvent.keyboard('i');
  await userEvent.keyboard('i');
  await expect.element(page.getByRole('button', { name: 'To be invited' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('complementary', { name: 'To be invited' })).not.toBeInTheDocument();
});
