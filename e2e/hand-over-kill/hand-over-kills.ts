import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { startSmtpServer, type TestSmtpServer } from '../../electron/services/mail/testing/smtp-server.js';
import { Outbox } from '../../renderer/engine/outbox.js';
import { ROOT } from '../../scripts/program.js';
import { PostgresCluster } from '../../server/testing/postgres-cluster.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/lib/time.js';
import type { ApplicationId, InterviewId, PersonId, RecruiterId, VacancyId } from '../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  personCreate,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import { SyncServer } from '../support/sync-server.js';
import { Colleague, organisationOf, unwrap } from '../sync/colleague.js';

const WHEN = ['before', 'after'] as const;
/** Where the server dies: at each step of taking a message over and of sending it, before it took effect and after. */
export const KILL_POINTS = [
  ...['claim', 'decision', 'begin', 'answer', 'outcome', 'handing-over'].flatMap((step) =>
    WHEN.map((when) => `${step} ${when}`),
  ),
  // From outside: when the mail server has the mail, and when the laptop has the answer.
  'mail-arrived',
  'handed-over',
];

const PRELOADED = {
  kill: path.join(ROOT, 'e2e/hand-over-kill/kill-point.cjs'),
  clock: path.join(ROOT, 'e2e/support/fake-clock.cjs'),
};

interface Reminder {
  readonly id: string;
  readonly address: string;
}

/** How the reminders ended: `sent 1` is sent and arrived once, and so on. */
export type Ends = ReadonlyMap<string, number>;

/**
 * A laptop with its own outbox hands reminders over to the server as its administrator starts it, which is killed at every point
 * so many times, and lives then until nothing is left to be sent. Null where there is no PostgreSQL.
 */
export async function runHandOverKills(rounds: number): Promise<Ends | null> {
  const postgres = await PostgresCluster.start();
  if (postgres === null) return null;
  const smtp = await startSmtpServer();
  const laptop = await Colleague.start();
  const run = new Run(postgres, smtp, laptop);
  try {
    await run.begin(rounds * KILL_POINTS.length);
    for (let round = 0; round < rounds; round += 1) for (const point of KILL_POINTS) await run.life(point);
    return await run.end();
  } finally {
    await run.stop();
    await laptop.end();
    await smtp.stop();
    await postgres.stop();
  }
}

class Run {
  readonly #postgres: PostgresCluster;
  readonly #smtp: TestSmtpServer;
  readonly #laptop: Colleague;
  readonly #server: SyncServer;
  readonly #outbox: Outbox;
  readonly #reminders: Reminder[] = [];
  readonly #began = Date.now();
  #life = 0;

  constructor(postgres: PostgresCluster, smtp: TestSmtpServer, laptop: Colleague) {
    this.#postgres = postgres;
    this.#smtp = smtp;
    this.#laptop = laptop;
    this.#server = new SyncServer(
      { databaseUrl: postgres.address },
      {
        FAIRDESK_MAIL_SERVER: `smtp://${smtp.host}:${smtp.port}`,
        FAIRDESK_MAIL_USER: smtp.user,
        FAIRDESK_MAIL_PASSWORD: smtp.password,
        FAIRDESK_MAIL_AUTHORITY: smtp.authority,
      },
    );
    Object.assign(laptop.ports.clock, { now: () => Date.now() }); // it goes on
    const report = (error: unknown): never => {
      throw error instanceof Error ? error : new Error(String(error));
    };
    this.#outbox = new Outbox({ ...laptop.session, random: () => Math.random(), report });
  }

  /** One reminder for each life, handed over while nothing goes wrong. */
  async begin(lives: number): Promise<void> {
    const made = await this.#server.command('organisation', 'add', 'Fjordkraft');
    const who = { name: 'Maja Lindhult', email: 'maja@example.com' };
    await this.#laptop.begin(newId<RecruiterId>(), who, organisationOf('Fjordkraft'));
    await this.#server.start();
    await this.#laptop.join(this.#server.address, made.get('invitation') ?? '');
    await this.#exchange();
    for (let life = 1; life <= lives; life += 1) await this.#remind(this.#dueIn(life));
    this.#outbox.start();
    await this.#untilAllHandedOver();
    await this.#server.stop();
  }

  async life(point: string): Promise<void> {
    this.#life += 1;
    const [step] = point.split(' ');
    await this.#start(step === 'mail-arrived' || step === 'handed-over' ? null : point);
    if (step === 'mail-arrived') await this.#smtp.waitFor(this.#smtp.received.length + 1);
    if (step === 'handing-over' || step === 'handed-over') {
      if (step === 'handed-over') await this.#exchange(); // it has taken over what comes next
      if (step === 'handing-over') this.#server.signal('SIGUSR2'); // it was waiting for what comes now
      await this.#remind(this.#dueIn(this.#life + 1));
      await this.#exchange();
      this.#outbox.poke();
    }
    if (step === 'handed-over') await this.#untilAllHandedOver();
    if (step === 'mail-arrived' || step === 'handed-over') return await this.#server.kill();
    for (let tries = 0; step === 'handing-over' && tries < 3; tries += 1) await this.#exchange();
    await withinAMinute(this.#server.untilDead(), `it did not come to ${point}`);
  }

  /** Nothing goes wrong any more. */
  async end(): Promise<Ends> {
    this.#life += 1;
    await this.#start(null);
    await this.#untilAllHandedOver();
    await this.#store(async (client) => {
      const waits = async () =>
        (await client.query('SELECT 1 FROM outgoing WHERE due_at <= $1', [this.#now()])).rowCount !== 0;
      await until(async () => !(await waits()));
    });
    await this.#exchange();
    const ends = new Map<string, number>();
    for (const { id, address } of this.#reminders) {
      const row = [...this.#laptop.roster.messages.values()].find((one) => one.id === id);
      const arrived = this.#smtp.received.filter(({ envelope }) => envelope.to.includes(address)).length;
      const end = `${row?.state ?? 'lost'} ${arrived}`;
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    return ends;
  }

  async stop(): Promise<void> {
    await this.#outbox.stop();
    await this.#server.kill();
  }

  /** When the server of this life thinks it is: a minute for each. */
  #now(): number {
    return this.#dueIn(this.#life) + 30 * SECOND;
  }

  #dueIn(life: number): number {
    return this.#began + HOUR + life * MINUTE;
  }

  async #start(point: string | null): Promise<void> {
    await this.#store(async (client) => {
      // The two minutes go by after which another node takes what a killed one had.
      await client.query("UPDATE outgoing SET claimed_until = clock_timestamp() - interval '1 second'");
    });
    const preloaded = [PRELOADED.clock, ...(point === null ? [] : [PRELOADED.kill])];
    await this.#server
      .start({
        NODE_OPTIONS: preloaded.map((file) => `--require ${file}`).join(' '),
        FAIRDESK_TEST_CLOCK_AHEAD: String(this.#now() - Date.now()),
        FAIRDESK_TEST_KILL: point ?? '',
      })
      .catch((error: unknown) => {
        // It dies as soon as it looks for what is due, perhaps before it says that it listens.
        if (point === null) throw error;
      });
  }

  async #remind(holdUntil: number): Promise<void> {
    const [personId, vacancyId] = [newId<PersonId>(), newId<VacancyId>()];
    const [applicationId, interviewId] = [newId<ApplicationId>(), newId<InterviewId>()];
    const id = newId();
    const address = `${id.slice(0, 12)}@example.com`;
    const startsAt = this.#began + 3 * DAY;
    const words = { channel: 'sms', text: 'Soon' } as const;
    await this.#laptop.write(
      'invite-to-interview',
      personCreate(personId),
      vacancyCreate(vacancyId),
      applicationCreate(applicationId, { personId, vacancyId }),
      interviewCreate(interviewId, { personId, applicationId, vacancyId, startsAt }),
      messageCreate(id, {
        ...{ personId, applicationId, vacancyId, interviewId, purpose: 'reminder', holdUntil },
        to: { name: 'Ebba Norrlander', address },
        reminder: { daysBefore: 1, sequence: 0, startsAt, words },
        deliverBy: this.#laptop.session.device,
      }),
    );
    this.#reminders.push({ id, address });
  }

  /** As the page's loop does it; a server that is gone is tried again at another time. */
  async #exchange(): Promise<void> {
    for (let steps = 0; steps < 50; steps += 1) {
      const moved = await this.#laptop.call('sync.exchange', null);
      if (!moved.ok) return;
      const { received, refused, more } = moved.value;
      const standing = unwrap(await this.#laptop.call('sync.state', null));
      const tells = standing !== null && standing.resend !== null;
      if (received + refused > 0 || tells) unwrap(await this.#laptop.session.takeIn());
      if (!more && !tells) return;
    }
  }

  async #untilAllHandedOver(): Promise<void> {
    const own = this.#laptop.session.device;
    const left = () => [...this.#laptop.roster.messages.values()].filter(({ deliverBy }) => deliverBy === own);
    let said = '';
    await until(
      async () => {
        await this.#exchange();
        this.#outbox.poke();
        const standing = unwrap(await this.#laptop.call('sync.state', null));
        said = JSON.stringify({ standing, left: left() });
        return left().length === 0 && standing?.unsent === 0;
      },
      () => said,
    );
  }

  async #store(work: (client: Client) => Promise<void>): Promise<void> {
    const client = new Client({ connectionString: this.#postgres.address });
    await client.connect();
    await work(client);
    await client.end();
  }
}

async function until(isSo: () => Promise<boolean>, says: () => string = () => ''): Promise<void> {
  for (const began = Date.now(); !(await isSo());) {
    if (Date.now() - began > MINUTE) throw new Error(`it never comes to an end: ${says()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function withinAMinute(work: Promise<void>, fault: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(fault));
    }, MINUTE);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who calls says which kind of id
function newId<Id extends string>(): Id {
  return randomBytes(16).toString('hex') as Id;
}
