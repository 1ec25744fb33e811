import type { InterviewId } from '../../shared/records/primitives.js';
import type { InterviewRow, Roster } from './roster/rows.js';

/** Whose meeting a dialog is opened on. */
export interface MeetingMeant {
  readonly ids: readonly InterviewId[];
  /** Everybody in it, whoever that is by now; else those who were named. */
  readonly everybody: boolean;
}

type Interviews = Pick<Roster, 'interviews'>;

/** Who is meant, as the meeting stands; empty where nothing of it takes place any more. */
export function membersNow({ interviews }: Interviews, { ids, everybody }: MeetingMeant): readonly InterviewRow[] {
  const named = ids.flatMap((id) => interviews.get(id) ?? []).filter(({ cancelled }) => !cancelled);
  const [first] = named;
  if (!everybody || first === undefined) return named;
  const together = [...interviews.values()].filter((one) => isTogether(one, first));
  return [...named.filter((one) => together.includes(one)), ...together.filter((one) => !named.includes(one))];
}

/** Whether those who were named are all who are in it: then whoever comes to it is meant, too. */
export function isEverybody(roster: Interviews, ids: readonly InterviewId[]): boolean {
  return membersNow(roster, { ids, everybody: true }).every(({ id }) => ids.includes(id));
}

function isTogether({ meetingId, startsAt, cancelled }: InterviewRow, first: InterviewRow): boolean {
  return meetingId === first.meetingId && startsAt === first.startsAt && !cancelled;
}
