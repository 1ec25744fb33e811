import type { Change } from '../../../shared/changes/change-set.js';
import { addDays, dateIn, HOUR, instantAt, MINUTE, mondayOf, type Instant } from '../../../shared/lib/time.js';
import type { ApplicationEvent } from '../../../shared/records/application.js';
import { Appointment } from '../../../shared/records/appointment.js';
import { Interview, type InterviewAnswer, type InterviewEvent } from '../../../shared/records/interview.js';
import type { ApplicationId, Language, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import type { SeededRandom } from './seeded-random.js';

/** Days on which interviews are held, from yesterday on. */
const DAYS = 13;
const QUARTER = 15 * MINUTE;
const QUARTERS_A_DAY = 32;
const LEAST_NOTICE = HOUR;
const TRIES = 60;
const APPOINTMENTS = 9;

const ANSWERS: readonly { readonly weight: number; readonly answer: InterviewAnswer | 'none-asked' }[] = [
  { weight: 52, answer: 'accepted' },
  { weight: 24, answer: 'awaiting' },
  { weight: 10, answer: 'new-time' },
  { weight: 7, answer: 'not-accepted' },
  { weight: 7, answer: 'none-asked' },
];

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
  /** Whose calendar it is; with nobody at work there are no interviews. */
  readonly by: RecruiterId | null;
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

/** Who meets whom when: it gives every invited applicant an interview, each at a time of its own. */
export class DemoDiary {
  readonly #random: SeededRandom;
  readonly #context: DiaryContext;
  readonly #places: readonly string[];
  readonly #taken = new Set<Instant>();
  #appointments = 0;

  constructor(random: SeededRandom, context: DiaryContext, places: readonly string[]) {
    this.#random = random;
    this.#context = context;
    this.#places = places;
  }

  /** The interview of an applicant who was invited, with the answer; now and then something else beside it. */
  entriesFor(applied: Applied): readonly Change[] {
    const { by } = this.#context;
    const steps = applied.events.filter((event): event is StatusEvent => event.type === 'status');
    const invited = steps.findIndex(({ to }) => to === 'invited');
    const invitation = steps[invited];
    if (by === null || invitation === undefined) return [];
    const next = steps[invited + 1];
    const minutes = this.#random.pick([30, 30, 45, 60]);
    const startsAt = this.#free(
      minutes,
      next === undefined ? { after: invitation.at } : { after: invitation.at, before: next.at },
    );
    if (startsAt === null) return [];
    const interview = this.#interview(applied, by, { invitation, startsAt, minutes, isOver: next !== undefined });
    return [...interview, ...this.#appointment(applied, by, invitation.at)];
  }

  #interview(
    applied: Applied,
    by: RecruiterId,
    {
      invitation,
      startsAt,
      minutes,
      isOver,
    }: { invitation: StatusEvent; startsAt: Instant; minutes: number; isOver: boolean },
  ): readonly Change[] {
    const { newId, now } = this.#context;
    const { personId, applicationId, vacancyId } = applied;
    const answer = isOver ? 'accepted' : this.#random.pickWeighted(ANSWERS).answer;
    const isByPhone = this.#random.chance(0.25);
    const id = newId();
    const fields = Interview.parse({
      personId,
      applicationId,
      vacancyId,
      meetingId: newId(),
      type: invitation.interviewType ?? 'first',
      kind: isByPhone ? 'telephone' : 'in-person',
      recruiterIds: [by],
      startsAt,
      minutes,
      place: isByPhone ? '' : this.#random.pick(this.#places),
      invitation: answer === 'none-asked' ? 'none' : 'email',
      sequence: 0,
      answerKey: `${newId()}${newId()}`,
    });
    const target = { table: 'interview', id, dossier: personId } as const;
    const created: Change = { kind: 'create', ...target, fields };
    if (answer === 'awaiting' || answer === 'none-asked') return [created];
    const at = Math.round(invitation.at + (Math.min(now, startsAt) - invitation.at) * 0.6);
    const event: InterviewEvent = { id: newId(), type: 'answer', at, by: null, answer, sequence: 0 };
    return [created, { kind: 'event', ...target, event }];
  }

  #appointment(
    { personId, applicationId, vacancyId, language }: Applied,
    by: RecruiterId,
    after: Instant,
  ): readonly Change[] {
    if (this.#appointments >= APPOINTMENTS || !this.#random.chance(0.25)) return [];
    this.#appointments += 1;
    const minutes = this.#random.pick([30, 60]);
    const startsAt = this.#free(minutes, { after });
    if (startsAt === null) return [];
    const fields = Appointment.parse({
      title: this.#random.pick(TITLES[language]),
      startsAt,
      minutes,
      place: '',
      recruiterIds: [by],
      personId,
      applicationId,
      vacancyId,
    });
    return [{ kind: 'create', table: 'appointment', id: this.#context.newId(), dossier: personId, fields }];
  }

  /** A quarter of an hour within working hours at which nobody is met yet; null where there is none. */
  #free(minutes: number, { after, before }: { readonly after: Instant; readonly before?: Instant }): Instant | null {
    const quarters = Array.from({ length: Math.ceil(minutes / 15) }, (_, n) => n * QUARTER);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const startsAt = this.#draw();
      const isInTime = startsAt > after + LEAST_NOTICE && startsAt < (before ?? Infinity);
      // What was to come is still to come.
      const isToCome = before !== undefined || startsAt > this.#context.now - HOUR;
      if (!isInTime || !isToCome || quarters.some((quarter) => this.#taken.has(startsAt + quarter))) continue;
      for (const quarter of quarters) this.#taken.add(startsAt + quarter);
      return startsAt;
    }
    return null;
  }

  /** Most are met soon; yesterday counts, for those of whom more has happened since. */
  #draw(): Instant {
    const { now, zone } = this.#context;
    const today = dateIn(zone, now);
    const days = Math.min(this.#random.below(DAYS), this.#random.below(DAYS)) - 1;
    const date = toWorkday(addDays(today, days), today);
    return instantAt(zone, date, '09:00') + this.#random.below(QUARTERS_A_DAY) * QUARTER;
  }
}

/** Nobody is invited for a weekend after the fair; it may be on one. */
function toWorkday(date: string, today: string): string {
  const monday = mondayOf(date);
  return date <= today || date <= addDays(monday, 4) ? date : addDays(monday, 7);
}
