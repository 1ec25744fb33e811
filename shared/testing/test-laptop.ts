import type { Change, ChangeSet, Stamp } from '../changes/change-set.js';
import { observe, stampOf as stampOfClock, startClock, tick, type Clock } from '../changes/clock.js';
import { invert } from '../changes/invert.js';
import { applyChange } from '../changes/merge.js';
import { EMPTY_STATE, eventsOf, valuesOf, type RecordState } from '../changes/record-state.js';
import { answerInterview } from '../domain/answer-interview.js';
import { foldStanding } from '../domain/application-status.js';
import { endEmployment } from '../domain/end-employment.js';
import type {
  Applicant,
  KnownInterview,
  PlanContext,
  ProgressAction,
  ProgressActionId,
} from '../domain/progress-action.js';
import { planAction, progressActions } from '../domain/progress-actions/registry.js';
import { planRestore } from '../domain/restore-applications.js';
import type { StatusStamp } from '../domain/status-event.js';
import { Application, ApplicationEvent, type ApplicationStatus } from '../records/application.js';
import { Interview, type InterviewAnswer } from '../records/interview.js';
import { ApplicationIdSchema, type ApplicationId, type InterviewId, type VacancyId } from '../records/primitives.js';
import { applicationCreate, testId } from './change-builders.js';
import { applicant, planContext } from './plan-builders.js';
import { VALID_INPUTS } from './valid-inputs.js';

type Written = Pick<ChangeSet, 'stamp' | 'changes'>;
type Statuses = ReadonlyMap<ApplicationId, ApplicationStatus>;

const PERSON = applicant(1).person;
const VACANCIES = [applicant(1).vacancyId, testId<VacancyId>(0xd)] as const;
/** One person in both vacancies, known to everybody from the beginning. */
const BEGINNING: Written = {
  stamp: stampOfClock(tick(startClock('0000000000000000'), 1)),
  changes: VACANCIES.map((vacancyId, n) => applicationCreate(testId(0x100 + n), { personId: PERSON.id, vacancyId })),
};

/** A laptop with nothing but the rules: what is written on it, and what it has learnt from another one. */
export class TestLaptop {
  readonly written = new Map<Stamp, Written>([[BEGINNING.stamp, BEGINNING]]);
  #clock: Clock;
  #now: number;
  #lastId = 0;
  /** What can be taken back, the newest last, with how all stood before it. */
  readonly #done: { readonly set: Written; readonly before: Statuses }[] = [];
  #lastStamp: Stamp | null = null;

  /** `lag`: how many seconds its clock goes slow. */
  constructor(device: string, lag: number) {
    this.#clock = startClock(device);
    this.#now = planContext().now - lag * 1000;
  }

  take(set: Written): void {
    if (!this.written.has(set.stamp)) this.#lastStamp = null;
    this.written.set(set.stamp, set);
    this.#clock = observe(this.#clock, set.stamp);
  }

  /** Who was in the plan. */
  act(id: ProgressActionId, which: number, tickedIn: boolean): readonly ApplicationId[] {
    const person = this.#applicant(which);
    const selection = [person];
    const context = this.#context();
    const ticked = new Set(tickedIn ? [person.applicationId] : []);
    const target = VACANCIES[person.vacancyId === VACANCIES[0] ? 1 : 0];
    // Each builder gives the input of its own action: the table of builders says so, a union of them cannot.
    const action = progressActions[id].action as ProgressAction<unknown>;
    const plan = planAction(
      action,
      selection,
      VALID_INPUTS[id]({ selection, context, tickedIn: ticked, target }),
      context,
    );
    this.#write(plan.included.flatMap(({ changes }) => changes));
    return plan.included.map(({ applicationId }) => applicationId);
  }

  restore(which: number): void {
    const { applicationId, vacancyId, status, person } = this.#applicant(which);
    const selection = [{ applicationId, personId: person.id, standsAs: person.id, vacancyId, status }];
    const { included } = planRestore(selection, {
      stamp: this.#stamp(),
      hasVacancy: () => true,
      applicationsOf: () => this.#applicationsKnown(),
    });
    this.#write(included.map(({ change }) => change));
  }

  endEmployment(which: number): void {
    const { applicationId, person, status } = this.#applicant(which);
    if (status === 'hired') this.#write([endEmployment({ applicationId, personId: person.id }, this.#stamp())]);
  }

  /** Whose interview was answered; null where there is none. */
  answer(which: number, answer: InterviewAnswer): ApplicationId | null {
    const interviews = interviewsIn(this);
    const interview = interviews[which % Math.max(1, interviews.length)];
    if (interview === undefined) return null;
    const { id, applicationId, sequence } = interview;
    const status = statusesIn(this).get(applicationId);
    if (status === undefined) return null; // a copy that was taken back
    const fields = { personId: PERSON.id, applicationId, sequence };
    this.#write(answerInterview({ id, fields, status, messages: [], interviews }, answer, this.#stamp()));
    return applicationId;
  }

  /** How all stood before what is taken back, where nothing was written or learnt since; else null. */
  undo(): Statuses | null {
    const last = this.#done.pop();
    if (last === undefined) return null;
    const newest = [...this.written.keys()].sort().at(-1);
    const isNewest = newest === last.set.stamp && this.#lastStamp === last.set.stamp;
    const states = statesIn(this);
    const { changes } = invert(
      { ...SHELL, ...last.set },
      {
        stateOf: (_, id) => states.get(id)?.state ?? EMPTY_STATE,
        undoCreate: ({ table, id, dossier }) => ({ kind: 'erase', table, id, dossier, whole: false }),
      },
    );
    this.#write(changes, false);
    return isNewest ? last.before : null;
  }

  #write(changes: readonly Change[], canBeUndone = true): void {
    if (changes.length === 0) return;
    const before = statusesIn(this);
    this.#now += 1000;
    this.#clock = tick(this.#clock, this.#now);
    const set = { stamp: stampOfClock(this.#clock), changes };
    this.written.set(set.stamp, set);
    this.#lastStamp = set.stamp;
    if (canBeUndone) this.#done.push({ set, before });
  }

  #stamp(): StatusStamp {
    return { at: this.#now, by: null, newId: () => this.#newId() };
  }

  #newId(): string {
    return `${this.#clock.node}${(this.#lastId += 1).toString(16).padStart(16, '0')}`;
  }

  #applicant(which: number): Applicant {
    const all = this.#applicationsKnown();
    const { id, vacancyId, status } = all[which % all.length] ?? {
      id: testId<ApplicationId>(0x100),
      vacancyId: VACANCIES[0],
      status: 'new',
    };
    const interviewType = status === 'invited' ? 'first' : null;
    return { applicationId: id, vacancyId, status, interviewType, person: PERSON };
  }

  #applicationsKnown() {
    const statuses = statusesIn(this);
    return [...statesIn(this)].flatMap(([id, { table, state }]) => {
      const status = statuses.get(ApplicationIdSchema.parse(id));
      if (table !== 'application' || status === undefined) return [];
      return [{ id: ApplicationIdSchema.parse(id), vacancyId: Application.parse(valuesOf(state)).vacancyId, status }];
    });
  }

  #context(): PlanContext {
    const { vacancy, ...context } = planContext({ now: this.#now, newId: () => this.#newId() });
    const device = this.#newId();
    return {
      ...context,
      vacancy: () => vacancy(VACANCIES[0]),
      applicationsOf: () => this.#applicationsKnown(),
      interviewsOf: () => interviewsIn(this),
      interviews: { ...context.interviews, draw: (name) => context.interviews.draw(`${device} ${name}`) },
    };
  }
}

const SHELL = { v: 1, device: '0'.repeat(16), n: 1, at: 1, by: null, actionId: 'a', action: 'a' } as const;

function statesIn({ written }: TestLaptop) {
  const states = new Map<string, { readonly table: string; readonly state: RecordState }>();
  for (const { stamp, changes } of written.values()) {
    for (const change of changes) {
      const before = states.get(change.id)?.state ?? EMPTY_STATE;
      states.set(change.id, { table: change.table, state: applyChange(before, change, stamp) });
    }
  }
  return states;
}

function applicationEventsIn(laptop: TestLaptop) {
  return [...statesIn(laptop)].flatMap(([id, { table, state }]) =>
    table !== 'application' || state.erased || state.created === null
      ? []
      : [{ id: ApplicationIdSchema.parse(id), events: eventsOf(state).map((event) => ApplicationEvent.parse(event)) }],
  );
}

function interviewsIn(laptop: TestLaptop): readonly KnownInterview[] {
  return [...statesIn(laptop)].flatMap(([id, { table, state }]) => {
    if (table !== 'interview' || state.erased || state.created === null) return [];
    const cancelled = eventsOf(state).some(({ type }) => type === 'cancellation');
    return [{ ...Interview.parse(valuesOf(state)), id: id as InterviewId, cancelled }];
  });
}

/** Where each application stands. */
export function statusesIn(laptop: TestLaptop): Statuses {
  return new Map(applicationEventsIn(laptop).map(({ id, events }) => [id, foldStanding(events).status]));
}

/** The statuses that each application has been through, one after the other. */
export function stepsIn(laptop: TestLaptop): readonly (readonly ApplicationStatus[])[] {
  return applicationEventsIn(laptop).map(({ events }) => {
    const after = events.map((_, at) => ({ at, status: foldStanding(events.slice(0, at + 1)).status }));
    const steps: ApplicationStatus[] = ['new'];
    for (const { status } of after) if (status !== steps.at(-1)) steps.push(status);
    return steps;
  });
}

/** Takes in everything the other one has, the newest first. */
export function learn(laptop: TestLaptop, other: TestLaptop): void {
  for (const set of [...other.written.values()].reverse()) laptop.take(set);
}

/** A laptop that has everything of both, in an order that the seed decides. */
export function mergeAll(laptops: readonly TestLaptop[], seed: number): TestLaptop {
  const all = [...new Map(laptops.flatMap(({ written }) => [...written])).values()];
  const merged = new TestLaptop('cccccccccccccccc', 0);
  while (all.length > 0) for (const set of all.splice(seed % all.length, 1)) merged.take(set);
  return merged;
}
