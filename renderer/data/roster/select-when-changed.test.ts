import { expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change-set.js';
import { HOUR } from '../../../shared/lib/time.js';
import type {
  ApplicationId,
  InterviewId,
  MessageId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { conflictsAt } from './conflicts.js';
import { duplicatesIn } from './duplicates.js';
import { selectWhenChanged } from './select-when-changed.js';

const VACANCY = testId<VacancyId>(10);
const NOW = 1_000_000;
const name = { givenName: 'Ebba', familyName: 'Lund', email: 'ebba@example.com' };

const person = (n: number): PersonId => testId<PersonId>(100 + n);
const application = (n: number): ApplicationId => testId<ApplicationId>(200 + n);

function captured(n: number): readonly Change[] {
  return [
    personCreate(person(n), name),
    applicationCreate(application(n), { personId: person(n), vacancyId: VACANCY }),
    interviewCreate(testId<InterviewId>(300 + n), {
      personId: person(n),
      applicationId: application(n),
      vacancyId: VACANCY,
      meetingId: testId(400 + n),
      recruiterIds: [testId<RecruiterId>(n)],
      startsAt: NOW + HOUR,
    }),
  ];
}

it('G-13 duplicates and conflicts are looked for again after what they read changed, and after nothing else', async () => {
  const session = await openTestSession([vacancyCreate(VACANCY), ...captured(1), ...captured(2)], { now: NOW });
  const roster = session.roster.current();
  const conflictsIn = conflictsAt(NOW);
  let reads = 0;
  const countPeople = selectWhenChanged(['person'], ({ people }) => {
    reads += 1;
    return people.size;
  });
  const look = () => ({
    duplicates: duplicatesIn(roster),
    conflicts: conflictsIn(roster),
    people: countPeople(roster),
  });

  const before = look();
  expect(before.duplicates).toHaveLength(1);
  expect(before.people).toBe(2);
  const mail = messageCreate(testId<MessageId>(500), { personId: person(1) });
  expect(await session.commit({ action: 'send-email', changes: [mail] })).toMatchObject({ ok: true });
  const unrelated = look();
  expect(unrelated.duplicates).toBe(before.duplicates);
  expect(unrelated.conflicts).toBe(before.conflicts);
  expect(reads).toBe(1);

  expect(await session.commit({ action: 'edit-person', changes: captured(3) })).toMatchObject({ ok: true });
  const after = look();
  expect(after.duplicates.length).toBeGreaterThan(1);
  expect(after.conflicts).not.toBe(before.conflicts);
  expect(after.people).toBe(3);
  expect(reads).toBe(2);
  await session.close();
});
