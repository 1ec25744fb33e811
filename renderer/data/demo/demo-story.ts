import { addMonths, dateIn, DAY, HOUR, instantAt, MINUTE, type Instant } from '../../../shared/lib/time.js';
import { invariant } from '../../../shared/lib/assert.js';
import type { ApplicationEvent, ApplicationStatus, RejectionStage } from '../../../shared/records/application.js';
import type { EmploymentTerms } from '../../../shared/records/contract.js';
import type { Fair } from '../../../shared/records/fair.js';
import type { InterviewType } from '../../../shared/records/interview.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { SHIPPED_REJECTION_REASONS } from '../../../shared/records/rejection-reason.js';
import type { SeededRandom } from './seeded-random.js';

/** How full a stand is, hour after hour from its opening. */
const CROWD = [6, 9, 10, 6, 4, 8, 9, 5];
const MET_TODAY = 0.45;
/** Nobody has heard from us before this has passed. */
const FIRST_ANSWER = 2 * HOUR;

/** What became of applications, as often as in life: most are waiting to be read. */
const STORIES: readonly { readonly weight: number; readonly steps: readonly ApplicationStatus[] }[] = [
  { weight: 54, steps: [] },
  { weight: 17, steps: ['invited'] },
  { weight: 4, steps: ['invited', 'offered'] },
  { weight: 7, steps: ['rejected'] },
  { weight: 4, steps: ['invited', 'rejected'] },
  { weight: 4, steps: ['withdrawn'] },
  { weight: 4, steps: ['saved'] },
  { weight: 3, steps: ['rejected', 'saved'] },
  { weight: 3, steps: ['invited', 'offered', 'hired'] },
];

interface FairTime extends Pick<Fair, 'firstDate' | 'lastDate' | 'opensAt'> {
  readonly zone: string;
  readonly now: Instant;
}

/** When each person came to the stand, within its hours and never later than now; the earliest first. */
export function drawMeetings(random: SeededRandom, fair: FairTime, count: number): readonly Instant[] {
  const { zone, now, firstDate, lastDate, opensAt } = fair;
  const [before, today] = [firstDate, lastDate].map((date) => instantAt(zone, date, opensAt)) as [Instant, Instant];
  const hours = CROWD.map((weight, hour) => ({ weight, hour }));
  const meetings = Array.from({ length: count }, () => {
    const after = random.pickWeighted(hours).hour * HOUR + random.below(60) * MINUTE;
    const isToday = random.chance(MET_TODAY) && today + after < now;
    return (isToday ? today : before) + after;
  });
  return meetings.sort((a, b) => a - b);
}

/** By the minute at which they met, so that no chance is spent on it: a first talk, or the first interview at once. */
function typeFor(metAt: Instant): InterviewType {
  return Math.round(metAt / MINUTE) % 2 === 0 ? 'initial' : 'first';
}

interface StoryContext {
  readonly zone: string;
  readonly now: Instant;
  readonly by: RecruiterId | null;
  readonly newId: () => string;
}

/** At the stage that was reached, for one of the commonest reasons. */
function rejectionAfter(
  steps: readonly ApplicationStatus[],
  metAt: Instant,
): { stage: RejectionStage; reasonId: string } {
  const reasons = SHIPPED_REJECTION_REASONS.slice(0, 4);
  const reasonId = reasons[Math.floor(metAt / MINUTE) % reasons.length]?.id;
  invariant(reasonId !== undefined, 'reasons are shipped');
  return { stage: steps.includes('invited') ? typeFor(metAt) : 'review', reasonId };
}

/** From the first of a month ahead; as above, by the minute. */
function termsFrom({ metAt, position, department }: Told, { zone, now }: StoryContext): EmploymentTerms {
  const month = addMonths(dateIn(zone, now), 2 + (Math.round(metAt / MINUTE) % 3)).slice(0, 7);
  return { position, department, startDate: `${month}-01`, salary: '', own: {} };
}

/** Of whom the story is. */
interface Told extends Pick<EmploymentTerms, 'position' | 'department'> {
  readonly metAt: Instant;
  readonly note: string | null;
}

/** A first impression, perhaps a note, and the way through the statuses, oldest first. */
export function drawStory(random: SeededRandom, context: StoryContext, person: Told): readonly ApplicationEvent[] {
  const { now, by, newId } = context;
  const { metAt, note } = person;
  const { steps } = random.pickWeighted(STORIES);
  const rating = random.chance(0.7) ? 2 + Math.min(random.below(6), random.below(7)) : null;
  const told = now - metAt > FIRST_ANSWER ? steps : [];
  const pace = Math.min(now - metAt, DAY) / (told.length + 1);
  const statuses = told.map(
    (to, index) =>
      ({
        type: 'status',
        to,
        interviewType: to === 'invited' ? typeFor(metAt) : null,
        rejection: to === 'rejected' ? rejectionAfter(told.slice(0, index), metAt) : null,
        otherVacancyId: null,
        at: Math.round(metAt + pace * (index + 1)),
      }) as const,
  );
  const said = [
    ...(rating === null ? [] : [{ type: 'rating', value: rating, at: metAt } as const]),
    ...(note === null ? [] : [{ type: 'note', text: note, at: metAt } as const]),
    ...statuses.flatMap((status) =>
      status.to === 'hired'
        ? [{ type: 'employment', terms: termsFrom(person, context), at: status.at } as const, status]
        : [status],
    ),
  ];
  // Events of one change set bear one stamp and are then read in the order of their ids.
  const ids = said.map(() => newId()).sort();
  return said.map((event, index) => ({ id: ids[index] ?? newId(), by, ...event }));
}
