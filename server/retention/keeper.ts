import { randomBytes } from 'node:crypto';
import type { Change } from '../../shared/changes/change-set.js';
import { noteKeeping } from '../../shared/domain/keep-marks.js';
import { retentionStep, type Moment } from '../../shared/domain/retention.js';
import { dateIn, HOUR, type Instant } from '../../shared/lib/time.js';
import type { PersonId } from '../../shared/records/primitives.js';
import type { Database, Queries } from '../database/database.js';
import { beginRetention, endRetention, listOrganisations, nextPeople } from '../store/retention-rows.js';
import { writeByServer } from '../store/write-by-server.js';
import { readFacts, readHousehold, type Household } from './read-facts.js';
import { readStandingDossiers } from './standing-dossiers.js';

const TICK = HOUR;
/** People who are looked at together, and at most written of in one change set. */
const BATCH = 50;

interface KeeperOptions {
  readonly database: Database;
  /** Told of faults in the program and of the store's; nothing personal. */
  readonly report: (error: unknown) => void;
  readonly now?: () => Instant;
}

type Step = 'announce' | 'erase';
const ACTIONS = { announce: 'announce-deletion', erase: 'delete-by-rule' } as const satisfies Record<Step, string>;

/**
 * Looks once a day after what must go (docs/adr/0058): announces who is due, and deletes who was announced for long enough. Each
 * decision is made anew while nobody else can write, so any number of nodes may do it, and one that is killed is taken over from.
 */
export class RetentionKeeper {
  readonly #options: Required<KeeperOptions>;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(options: KeeperOptions) {
    this.#options = { now: Date.now, ...options };
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), TICK);
    void this.look();
  }

  /** Does for every organisation what is to be done today. */
  async look(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { database, report } = this.#options;
    try {
      for (const organisation of await listOrganisations(database)) {
        if (this.#stopped) return;
        try {
          await this.#lookAfter(organisation);
        } catch (error) {
          report(error); // the others are looked after all the same, and this one again with the next tick
        }
      }
    } catch (error) {
      report(error);
    }
  }

  async #lookAfter(organisation: string): Promise<void> {
    const { database, now } = this.#options;
    const household = await readHousehold(database, organisation);
    if (household === null) return;
    const at = now();
    const today = dateIn(household.settings.zone, at);
    const { doneOn, countsFrom } = await beginRetention(database, organisation, at);
    if (doneOn === today) return;
    const dossiers = await readStandingDossiers(database, organisation);
    for (let after = ''; !this.#stopped;) {
      const people = await nextPeople(database, organisation, { after, limit: BATCH });
      after = people.at(-1) ?? '';
      if (after === '') break;
      const whole = people.filter((id) => !dossiers.isMerged(id)).map(dossiers.of);
      const steps = await stepsOf(database, organisation, {
        people: whole,
        household,
        moment: { now: at, countsFrom },
      });
      for (const kind of ['announce', 'erase'] as const) {
        const concerned = steps.filter((step) => step.kind === kind).map((step) => step.dossiers);
        if (concerned.length > 0) await this.#write(organisation, kind, { people: concerned, now: at, countsFrom });
      }
    }
    if (!this.#stopped) await endRetention(database, organisation, today);
  }

  async #write(
    organisation: string,
    kind: Step,
    { people, ...moment }: { readonly people: readonly (readonly string[])[] } & Moment,
  ): Promise<void> {
    await writeByServer(this.#options.database, organisation, {
      action: ACTIONS[kind],
      now: moment.now,
      plan: async (queries) => {
        const household = await readHousehold(queries, organisation);
        if (household === null) return { changes: [] };
        // Somebody may have said meanwhile whose dossiers these are, too.
        const dossiers = await readStandingDossiers(queries, organisation);
        const whole = people.flatMap(([id = '']) => (dossiers.isMerged(id) ? [] : [dossiers.of(id)]));
        const steps = await stepsOf(queries, organisation, { people: whole, household, moment });
        return { changes: steps.filter((step) => step.kind === kind).flatMap(({ changes }) => changes) };
      },
    });
  }
}

interface Asked {
  readonly people: readonly (readonly string[])[];
  readonly household: Household;
  readonly moment: Moment;
}

interface PlannedStep {
  readonly kind: Step;
  readonly dossiers: readonly string[];
  readonly changes: readonly Change[];
}

/** What is to be done about these people as everything stands; nothing about most. */
async function stepsOf(
  queries: Queries,
  organisation: string,
  { people, household, moment }: Asked,
): Promise<readonly PlannedStep[]> {
  const known = await readFacts(queries, organisation, { people, vacancies: household.vacancies });
  return known.flatMap(({ dossiers, facts }): readonly PlannedStep[] => {
    const step = retentionStep(facts, household.settings, moment);
    if (step === null) return [];
    if (step.kind === 'erase') return [{ kind: 'erase', dossiers, changes: dossiers.map(erasureOf) }];
    const stamp = { id: randomBytes(16).toString('hex'), at: moment.now, by: null };
    const note = noteKeeping(dossiers[0] as PersonId, { type: 'deletion-announced', due: step.due }, stamp);
    return [{ kind: 'announce', dossiers, changes: [note] }];
  });
}

function erasureOf(id: string): Change {
  return { kind: 'erase', table: 'person', id, dossier: id, whole: true, forgets: true };
}
