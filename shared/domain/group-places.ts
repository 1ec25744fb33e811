import type { ApplicationStatus } from '../records/application.js';
import type { Interview, InterviewAnswer } from '../records/interview.js';
import { isEnding } from './ending-statuses.js';

/** Fewest and most that a group interview can be for. */
export const GROUP_PLACES = { min: 1, max: 500 } as const;

/** One applicant's part in a meeting. */
export interface GroupMember extends Pick<Interview, 'kind' | 'places'> {
  readonly accTime: InterviewAnswer | null;
  readonly cancelled: boolean;
  /** Of the application. */
  readonly status: ApplicationStatus;
}

/** How many a group interview is for, and how many have a place in it. */
export interface GroupPlaces {
  /** Null: for as many as are invited. */
  readonly places: number | null;
  readonly taken: number;
}

/**
 * Whoever is invited has a place, before the answer too. It is free again once the interview is cancelled, the answer is
 * *Not accepted* or *Withdrawn*, or the application has ended (C34). Who asks for a new time has it until the recruiter
 * has found one: a calendar's TENTATIVE says the same, and may still come.
 */
export function holdsPlace({ accTime, cancelled, status }: Omit<GroupMember, 'kind' | 'places'>): boolean {
  return !cancelled && !hasDeclined({ accTime }) && !isEnding(status);
}

/** Who does not come: neither a place nor a time is kept for that one. */
export function hasDeclined({ accTime }: Pick<GroupMember, 'accTime'>): boolean {
  return accTime === 'not-accepted' || accTime === 'withdrawn';
}

/** Whether a meeting has its time, its recruiters and its room: somebody may come, or it has places for others. */
export function keepsItsTime(members: readonly Pick<GroupMember, 'accTime' | 'places'>[]): boolean {
  return members.some((one) => one.places !== null || !hasDeclined(one));
}

/**
 * Of the members of one meeting; null where it is no group: of one person, of no such kind, with no number of places. Two
 * laptops may have written different numbers: the smaller one counts, as nobody is promised a place by it that is not there.
 */
export function groupPlaces(members: readonly GroupMember[]): GroupPlaces | null {
  const standing = members.filter(({ cancelled }) => !cancelled);
  const limits = standing.flatMap(({ places }) => places ?? []);
  const isGroup = limits.length > 0 || standing.length > 1 || standing.some(({ kind }) => kind === 'group');
  if (!isGroup) return null;
  return {
    places: limits.length === 0 ? null : Math.min(...limits),
    taken: standing.filter(holdsPlace).length,
  };
}

/** Null: no end of them. */
export function placesLeft({ places, taken }: GroupPlaces): number | null {
  return places === null ? null : Math.max(0, places - taken);
}

/** As after a merge of two laptops that both gave the last place away. */
export function isOverfull({ places, taken }: GroupPlaces): boolean {
  return places !== null && taken > places;
}

/** Whether a change would leave somebody without a place. A group that was overfull before may come nearer to what fits. */
export function leavesSomebodyOut(before: GroupPlaces, after: GroupPlaces): boolean {
  if (!isOverfull(after)) return false;
  const isLowered = after.places !== null && (before.places === null || after.places < before.places);
  return isLowered || after.taken > before.taken;
}
