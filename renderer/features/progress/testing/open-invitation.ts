import type { Change } from '../../../../shared/changes/change-set.js';
import type { Interview } from '../../../../shared/records/interview.js';
import type { InterviewId, Language, RecruiterId } from '../../../../shared/records/primitives.js';
import { interviewCreate, testId } from '../../../../shared/testing/change-builders.js';
import type { Session } from '../../../data/session.js';
import { applicationId, openProgress, personId, VACANCY } from './open-progress.js';

export const PER = testId<RecruiterId>(4);

const COLLEAGUE: Change = {
  kind: 'create',
  table: 'recruiter',
  id: PER,
  dossier: null,
  fields: { name: 'Per', email: 'per@example.com', rights: [], active: true },
};

/** *Invite to interview*, opened for one applicant of each language; the session's clock stands on 1 January 1970. */
export async function openInvitation(languages: readonly Language[], more: readonly Change[] = []): Promise<Session> {
  return await openProgress('invite-to-interview', {
    people: languages.map((language, n) => ({ givenName: `Person${n.toString()}`, language })),
    organisation: { zone: 'Europe/Oslo' },
    more: [COLLEAGUE, ...more],
  });
}

/** Of the n-th applicant. */
export function interview(n: number, change: Partial<Interview>): Change {
  const of = { personId: personId(n), applicationId: applicationId(n), vacancyId: VACANCY, recruiterIds: [PER] };
  return interviewCreate(testId<InterviewId>(3000 + n), { ...of, startsAt: 0, ...change });
}
