import type { Change } from '../../../shared/changes/change-set.js';
import { invariant } from '../../../shared/lib/assert.js';
import { HOUR, type Instant } from '../../../shared/lib/time.js';
import type { ApplicationEvent } from '../../../shared/records/application.js';
import { Appointment } from '../../../shared/records/appointment.js';
import {
  Interview,
  type InterviewAnswer,
  type InterviewEvent,
  type InterviewType,
} from '../../../shared/records/interview.js';
import type { ApplicationId, Language, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { DemoHours, isInTime, type Within } from './demo-hours.js';
import type { SeededRandom } from './seeded-random.js';

const GROUP_SIZE = 4;
const GROUP_MINUTES = 60;
/** A group is asked early, so that those who are met later can still join. */
const GROUP_NOTICE = 6 * HOUR;
/** What the others of the stand take over. */
const OF_OTHERS = 0.4;
const APPOINTMENTS = 9;

const ANSWERS: readonly { readonly weight: number; readonly answer: InterviewAnswer | 'none-asked' }[] = [
  { weight: 52, answer: 'accepted' },
  { weight: 24, answer: 'awaiting' },
  { weight: 10, answer: 'new-time' },
  { weight: 7, answer: 'not-accepted' },
  { weight: 7, answer: 'none-asked' },
];

const HOW = { via: 'mail', proposed: null, wish: '' } as const;

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  sv: ['Referenssamtal', 'Panelgranskning', 'Avstämning med avdelningen'],
  da: ['Referencesamtale', 'Panelevaluering', 'Afstemning med afdelingen'],
  nl: ['Referentiegesprek', 'Groepsbeoordeling', 'Overleg met de afdeling'],
  nb: ['Referansesamtale', 'Rangering', 'Avklaring med avdelingen'],
  en: ['Reference call', 'Panel review', 'Talk with the department'],
};

interface DiaryContext {
  readonly now: Instant;
  readonly zone: string;
  /** Whose calendars it fills, the one at work first; with nobody at work there are no interviews. */
  readonly recruiterIds: readonly RecruiterId[];
  readonly rooms: readonly string[];
  readonly newId: () => string;
}

interface Applied {
  readonly personId: PersonId;
  readonly applicationId: ApplicationId;
  readonly vacancyId: VacancyId;
  /** Of the vacancy. */
  readonly language: Language;
  readonly events: readonly ApplicationEvent[];
}

type StatusEvent = Extract<ApplicationEvent, { readonly type: 'status' }>;

/** Where and when somebody is met, by whom. */
type Booking = Pick<Interview, 'meetingId' | 'kind' | 'recruiterIds' | 'startsAt' | 'minutes' | 'place'>;

/** A group that more may join. */
interface Group extends Booking {
  readonly vacancyId: VacancyId;
  readonly type: InterviewType;
  members: number;
}

/**
 * Who meets whom when: it gives every invited applicant an interview at a time of its own, some of one vacancy one together, and
 * makes the mistakes that two laptops make: a room and a recruiter that are booked twice.
 */
export class DemoDiary {
  readonly #random: SeededRandom;
  readonly #context: DiaryContext;
  readonly #hours: DemoHours;
  readonly #doubleBookings: ('room' | 'recruiter')[] = ['recruiter', 'room'];
  #group: Group | null = null;
  #last: Booking | null = null;
  #appointments = 0;

  constructor(random: SeededRandom, context: DiaryContext) {
    this.#random = random;
    this.#context = context;
    this.#hours = new DemoHours(random, context);
  }

  /** The interview of an applicant who was invited, with the answer; now and then something else beside it. */
  entriesFor(applied: Applied): readonly Change[] {
    const steps = applied.events.filter((event): event is StatusEvent => event.type === 'status');
    const invited = steps.findIndex(({ to }) => to === 'invited');
    const invitation = steps[invited];
    if (this.#context.recruiterIds.length === 0 || invitation === undefined) return [];
    const next = steps[invited + 1];
    const booking =
      next === undefined
        ? (this.#inGroup(applied, invitation) ??
          this.#twice(applied, invitation) ??
          this.#alone(applied, { after: invitation.at }))
        : this.#alone(applied, { after: invitation.at, before: next.at });
    if (booking === null) return [];
    if (next === undefined && booking.kind === 'in-person') this.#last = booking;
    const interview = this.#interview(applied, { invitation, booking, isOver: next !== undefined });
    return [...interview, ...this.#appointment(applied, invitation.at)];
  }

  #alone({ personId }: Applied, within: Within): Booking | null {
    const minutes = this.#random.pick([30, 30, 45, 60]);
    const recruiterIds = [this.#somebody()];
    const isByPhone = this.#random.chance(0.25);
    const place = isByPhone ? '' : this.#random.pick(this.#context.rooms);
    const startsAt = this.#hours.find([personId, ...recruiterIds, ...(isByPhone ? [] : [place])], minutes, within);
    if (startsAt === null) return null;
    const kind = isByPhone ? 'telephone' : 'in-person';
    return { meetingId: this.#context.newId(), kind, recruiterIds, startsAt, minutes, place };
  }

  /** Whoever is invited first to what most are invited to meets both recruiters together with those who come after. */
  #inGroup({ personId, vacancyId }: Applied, invitation: StatusEvent): Booking | null {
    const { recruiterIds, rooms, newId } = this.#context;
    const type = typeOf(invitation);
    const group = this.#group;
    if (group !== null) {
      const { startsAt, minutes } = group;
      const isOfIt = group.vacancyId === vacancyId && group.type === type && group.members < GROUP_SIZE;
      if (!isOfIt || !isInTime(invitation.at, startsAt)) return null;
      if (!this.#hours.take([personId], startsAt, minutes)) return null;
      group.members += 1;
      return group;
    }
    const place = this.#random.pick(rooms);
    const who = [personId, ...recruiterIds, place];
    const startsAt = this.#hours.find(who, GROUP_MINUTES, { after: invitation.at + GROUP_NOTICE });
    if (startsAt === null) return null;
    const booking = {
      meetingId: newId(),
      kind: 'group',
      recruiterIds,
      startsAt,
      minutes: GROUP_MINUTES,
      place,
    } as const;
    this.#group = { ...booking, recruiterIds: [...recruiterIds], vacancyId, type, members: 1 };
    return this.#group;
  }

  /** At the time of the last one who was invited, by the same recruiter elsewhere or by another in the same room. */
  #twice({ personId }: Applied, invitation: StatusEvent): Booking | null {
    const [what] = this.#doubleBookings;
    const last = this.#last;
    if (what === undefined || last === null || !isInTime(invitation.at, last.startsAt)) return null;
    const { recruiterIds, rooms, newId } = this.#context;
    const isFree = (id: string): boolean => !last.recruiterIds.some((one) => one === id) && id !== last.place;
    const other = (what === 'room' ? recruiterIds : rooms).filter(isFree);
    for (const one of other) {
      if (!this.#hours.take([personId, one], last.startsAt, last.minutes)) continue;
      this.#doubleBookings.shift();
      this.#last = null;
      const changed = what === 'room' ? { recruiterIds: recruiterIds.filter((id) => id === one) } : { place: one };
      return { ...last, ...changed, meetingId: newId() };
    }
    return null;
  }

  #somebody(): RecruiterId {
    const [first, ...others] = this.#context.recruiterIds;
    invariant(first !== undefined, 'somebody is at work');
    return others.length > 0 && this.#random.chance(OF_OTHERS) ? this.#random.pick(others) : first;
  }

  #interview(
    applied: Applied,
    { invitation, booking, isOver }: { invitation: StatusEvent; booking: Booking; isOver: boolean },
  ): readonly Change[] {
    const { newId, now } = this.#context;
    const { personId, applicationId, vacancyId } = applied;
    const { meetingId, kind, recruiterIds, startsAt, minutes, place } = booking;
    const answer = isOver ? 'accepted' : this.#random.pickWeighted(ANSWERS).answer;
    const id = newId();
    const fields = Interview.parse({
      personId,
      applicationId,
      vacancyId,
      meetingId,
      type: typeOf(invitation),
      kind,
      recruiterIds,
      startsAt,
      minutes,
      place,
      invitation: answer === 'none-asked' ? 'none' : 'email',
      sequence: 0,
      answerKey: `${newId()}${newId()}`,
    });
    const target = { table: 'interview', id, dossier: personId } as const;
    const created: Change = { kind: 'create', ...target, fields };
    if (answer === 'awaiting' || answer === 'none-asked') return [created];
    const at = Math.round(invitation.at + (Math.min(now, startsAt) - invitation.at) * 0.6);
    const said = { type: 'answer', at, by: null, answer, sequence: 0, ...HOW, givenAt: at } as const;
    const event: InterviewEvent = { id: newId(), ...said };
    return [created, { kind: 'event', ...target, event }];
  }

  #appointment({ personId, applicationId, vacancyId, language }: Applied, after: Instant): readonly Change[] {
    if (this.#appointments >= APPOINTMENTS || !this.#random.chance(0.25)) return [];
    this.#appointments += 1;
    const minutes = this.#random.pick([30, 60]);
    const recruiterIds = [this.#somebody()];
    const startsAt = this.#hours.find([...recruiterIds, personId], minutes, { after });
    if (startsAt === null) return [];
    const title = this.#random.pick(TITLES[language]);
    const concerns = { personId, applicationId, vacancyId };
    const fields = Appointment.parse({ title, startsAt, minutes, place: '', recruiterIds, ...concerns });
    return [{ kind: 'create', table: 'appointment', id: this.#context.newId(), dossier: personId, fields }];
  }
}

function typeOf({ interviewType }: StatusEvent): InterviewType {
  return interviewType ?? 'first';
}
