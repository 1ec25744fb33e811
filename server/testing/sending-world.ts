import type { Change } from '../../shared/changes/change-set.js';
import { EMPTY_STATE, eventsOf, stampsToReplace, type RecordState } from '../../shared/changes/record-state.js';
import { DAY } from '../../shared/lib/time.js';
import type { Message, MessageEvent } from '../../shared/records/message.js';
import type { ApplicationId, InterviewId, PersonId, VacancyId } from '../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  personCreate,
  setField,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import type { Database } from '../database/database.js';
import type { ServerOptions } from '../http/build-server.js';
import type { KnownRecord } from '../fold/known-record.js';
import { readMessage } from '../fold/read-known.js';
import { serverDevice } from '../store/organisation-rows.js';
import { readRecords } from '../store/record-rows.js';
import type { SigningLaptop } from './signing-laptop.js';
import { newId } from './records.js';
import { testOrganisation, type TestOrganisation } from './test-organisation.js';

/** Somebody who is invited and is to be reminded by the server. */
export interface Reminded {
  readonly message: string;
  readonly person: PersonId;
  readonly address: string;
  readonly interview: { readonly table: 'interview'; readonly id: string; readonly dossier: string };
  readonly application: { readonly table: 'application'; readonly id: string; readonly dossier: string };
}

/** An organisation with one laptop, which hands reminders over and is closed then. */
export class SendingWorld {
  readonly #of: TestOrganisation;
  readonly laptop: SigningLaptop;
  /** The server's own name. */
  readonly device: string;

  private constructor(of: TestOrganisation, laptop: SigningLaptop, device: string) {
    this.#of = of;
    this.laptop = laptop;
    this.device = device;
  }

  static async open(database: Database, options: Partial<ServerOptions> = {}): Promise<SendingWorld> {
    const of = await testOrganisation(database, options);
    return new SendingWorld(of, await of.laptop(), await serverDevice(database, of.id));
  }

  get organisation(): string {
    return this.#of.id;
  }

  async close(): Promise<void> {
    await this.#of.app.close();
  }

  async anotherLaptop(): Promise<SigningLaptop> {
    return await this.#of.laptop();
  }

  async write(changes: readonly Change[]): Promise<void> {
    const { status, json, text } = await this.laptop.write(changes);
    if (status !== 200 || json.refused?.length !== 0) throw new Error(`the server did not take it: ${text}`);
  }

  /** An interview at `startsAt`, and a reminder of it that leaves at `holdUntil`. */
  async remind(startsAt: number, holdUntil: number, fields: Partial<Message> = {}): Promise<Reminded> {
    const [personId, vacancyId] = [newId<PersonId>(), newId<VacancyId>()];
    const [applicationId, interviewId] = [newId<ApplicationId>(), newId<InterviewId>()];
    const message = newId();
    const address = `${message.slice(0, 12)}@example.com`;
    const words = { channel: 'sms', text: 'Soon' } as const;
    await this.write([
      personCreate(personId),
      vacancyCreate(vacancyId),
      applicationCreate(applicationId, { personId, vacancyId }),
      interviewCreate(interviewId, { personId, applicationId, vacancyId, startsAt }),
      messageCreate(message, {
        personId,
        applicationId,
        vacancyId,
        interviewId,
        purpose: 'reminder',
        to: { name: 'Ebba Norrlander', address },
        reminder: { daysBefore: 1, sequence: 0, startsAt, words },
        queuedAt: holdUntil - 7 * DAY,
        holdUntil,
        deliverBy: this.device,
        ...fields,
      }),
    ]);
    return {
      message,
      person: personId,
      address,
      interview: { table: 'interview', id: interviewId, dossier: personId },
      application: { table: 'application', id: applicationId, dossier: personId },
    };
  }

  /** What happened to a message, as the server tells every laptop. */
  async events(reminded: Reminded): Promise<readonly MessageEvent[]> {
    const record = await this.#record(reminded);
    if (record === undefined || eventsOf(record.state).length === 0) return [];
    return readMessage(record)?.events ?? [];
  }

  /** Who sends it, as a laptop says it that has heard of everything so far. */
  async sentBy(reminded: Reminded, device: string): Promise<Change> {
    const state: RecordState = (await this.#record(reminded))?.state ?? EMPTY_STATE;
    const target = { table: 'message', id: reminded.message, dossier: reminded.person };
    return setField(target, 'deliverBy', device, stampsToReplace(state, 'deliverBy'));
  }

  async #record({ message }: Reminded): Promise<KnownRecord | undefined> {
    const records = await readRecords(this.#of.database, this.#of.id, [{ table: 'message', id: message }]);
    return records.find(({ table }) => table === 'message');
  }

  async states(reminded: Reminded): Promise<readonly string[]> {
    return (await this.events(reminded)).map(({ state }) => state);
  }
}
