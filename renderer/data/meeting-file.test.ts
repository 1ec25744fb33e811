import { describe, expect, it } from 'vitest';
import type { InterviewId, RecruiterId } from '../../shared/records/primitives.js';
import { PublishedEvent } from '../../shared/records/message.js';
import { testId } from '../../shared/testing/change-builders.js';
import { meetingFile } from './meeting-file.js';
import type { InterviewRow, Roster } from './roster/rows.js';

const MEETING = testId<string>(300);
const interview = (n: number, change: Partial<InterviewRow> = {}): InterviewRow => ({
  id: testId<InterviewId>(100 + n),
  personId: testId(n),
  applicationId: testId(200 + n),
  vacancyId: testId(10),
  meetingId: MEETING,
  type: 'first',
  kind: null,
  places: null,
  recruiterIds: [testId<RecruiterId>(30), testId<RecruiterId>(31)],
  startsAt: 1_790_000_000_000,
  minutes: 30,
  place: 'Stand 12',
  invitation: 'email',
  sequence: n,
  answerKey: '0'.repeat(64),
  accTime: 'awaiting',
  answers: [],
  cancelled: false,
  ...change,
});

function roster(...interviews: readonly InterviewRow[]): Roster {
  return {
    interviews: new Map(interviews.map((one) => [one.id, one])),
    people: new Map([1, 2, 3].map((n) => [testId(n), { givenName: `Name${String(n)}`, familyName: 'Berg' }])),
    recruiters: new Map([
      [testId(30), { name: 'Kai', email: '' }],
      [testId(31), { name: 'Maja', email: 'maja@example.com' }],
    ]),
    vacancies: new Map([[testId(10), { title: 'Trainee' }]]),
  } as unknown as Roster;
}

describe('a meeting as a calendar file', () => {
  it('C29 is one entry, whoever is in it, by the first recruiter who can be reached', () => {
    const others = [interview(3, { cancelled: true }), interview(4, { meetingId: testId(301) })];
    const event = meetingFile(roster(interview(1), interview(2), ...others), testId(101), 'First interview');
    expect(PublishedEvent.parse(event)).toEqual({
      uid: `meeting-${MEETING}@fairdesk`,
      sequence: 2,
      startsAt: 1_790_000_000_000,
      minutes: 30,
      summary: 'First interview – Name1 Berg, Name2 Berg – Trainee',
      place: 'Stand 12',
      organiser: { name: 'Maja', address: 'maja@example.com' },
    });
  });

  it('has no organiser where nobody has an address, and is none where there is no interview', () => {
    const alone = interview(1, { recruiterIds: [testId<RecruiterId>(30)] });
    expect(meetingFile(roster(alone), testId(101), 'First interview')?.organiser).toBeNull();
    expect(meetingFile(roster(), testId(101), 'First interview')).toBeNull();
  });
});
