import type { Instant } from '../../lib/time.js';
import type { Interview } from '../../records/interview.js';
import { admit } from '../admit.js';
import { GROUP_PLACES, placesLeft } from '../group-places.js';
import type { KnownGroup } from '../interview-context.js';
import { readSlot, type TypedSlot } from '../interview-slots.js';
import { Problems, type MailPart } from '../plan-mail.js';
import type { Applicant, Plan, PlanContext, PlanProblem, Selection } from '../progress-action.js';

/** What an invitation says of a group (R60, C29). */
export interface GroupFields {
  readonly kind: Interview['kind'];
  readonly arrangement: 'together' | 'in-turn';
  /** How many a new group is for; null: for as many as are invited. */
  readonly places: number | null;
  /** The group that is joined, by the name of its entry in the calendar; null for a meeting of their own. */
  readonly group: string | null;
}

type Typed = GroupFields & TypedSlot;

interface Arranged<Input> {
  readonly input: Input;
  readonly group: KnownGroup | null;
  /** Null while the time cannot be read, and where the group is gone. */
  readonly startsAt: Instant | null;
  readonly problems: readonly PlanProblem['code'][];
}

/** Whether what is made is a group: only then it has places. */
export function isGroupMeeting({ kind, arrangement }: Pick<GroupFields, 'kind' | 'arrangement'>): boolean {
  return kind === 'group' || arrangement === 'together';
}

/** Where and when it is to be: as it is typed, or as the group that is joined has it now, whatever the form saw. */
export function arrange<Input extends Typed>(input: Input, context: PlanContext): Arranged<Input> {
  if (input.group === null) {
    return { input, group: null, ...readSlot(input, context.organisation.zone, context.now) };
  }
  const group = context.interviews.group(input.group);
  if (group === null) return { input, group, startsAt: null, problems: ['interview-group-gone'] };
  const { type, kind, startsAt, minutes, place, recruiterIds, places } = group;
  const joined = { type, kind, minutes, place, recruiterIds, places, arrangement: 'together' };
  return { input: { ...input, ...joined }, group, startsAt, problems: [] };
}

/** Whose tick is on and whose is off, as the form has it. */
export type Ticks = Pick<MailPart, 'unticked' | 'tickedIn'>;

/** Who is invited of those selected, and who is left out and why: as the ticks say, each once, and nobody who is in the group. */
export function whoIsInvited(
  selection: Selection,
  ticks: Ticks,
  group: KnownGroup | null,
): { readonly newcomers: Selection; readonly excluded: Plan['excluded'] } {
  const { admitted, excluded } = admit('invite-to-interview', selection, ticks);
  const { once, twice } = eachPersonOnce(admitted);
  const { newcomers, inIt } = notYetIn(once, group);
  return { newcomers, excluded: [...excluded, ...twice, ...inIt] };
}

/** Nobody sits in two interviews at once, whatever they applied for. */
function eachPersonOnce(admitted: Selection) {
  const seen = new Set<string>();
  const once: Applicant[] = [];
  const twice: Plan['excluded'][number][] = [];
  for (const applicant of admitted) {
    const { applicationId, person } = applicant;
    if (seen.has(person.standsAs)) twice.push({ applicationId, reason: 'same-person-twice' });
    else once.push(applicant);
    seen.add(person.standsAs);
  }
  return { once, twice };
}

/** Nobody joins a group twice: whose answer was no is in it still, and says yes there. */
function notYetIn(people: Selection, group: KnownGroup | null) {
  const inIt: Plan['excluded'][number][] = [];
  const newcomers: Applicant[] = [];
  for (const applicant of people) {
    if (group?.personIds.includes(applicant.person.standsAs) === true) {
      inIt.push({ applicationId: applicant.applicationId, reason: 'already-in-group' });
    } else newcomers.push(applicant);
  }
  return { newcomers, inIt };
}

/** Nobody is left out silently: for whom there is no place is said, with how many there are. */
export function checkPlaces(people: Selection, input: GroupFields, group: KnownGroup | null, problems: Problems): void {
  if (group === null && !isGroupMeeting(input)) return;
  const places = group === null ? input.places : placesLeft(group);
  if (places === null) return;
  if (group === null && !isPlaces(places)) {
    problems.add('interview-places-invalid');
    return;
  }
  const inOne = input.arrangement === 'together' ? people : people.slice(0, 1);
  const code = group === null ? 'interview-places-few' : 'interview-group-full';
  for (const { applicationId } of inOne.slice(places)) problems.add(code, null, places.toString(), applicationId);
}

/** The same while it is chosen: for how many of those invited there is no place, and how many there are; null where everybody has one. */
export function tooMany(
  selection: Selection,
  input: GroupFields & Ticks,
  group: KnownGroup | null,
): { readonly places: number; readonly count: number } | null {
  const problems = new Problems();
  const { newcomers } = whoIsInvited(selection, input, group);
  checkPlaces(newcomers, input, group, problems);
  const few = problems.list().find(({ code }) => code !== 'interview-places-invalid');
  return few === undefined ? null : { places: Number(few.field), count: few.applicationIds.length };
}

function isPlaces(places: number): boolean {
  return Number.isInteger(places) && places >= GROUP_PLACES.min && places <= GROUP_PLACES.max;
}
