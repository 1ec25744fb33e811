import { rm } from 'node:fs/promises';
import { expect } from 'vitest';
import { createServices } from '../../electron/services/create-services.js';
import type { Services } from '../../electron/services/services.js';
import { makePorts, type TestPorts } from '../../electron/services/testing/make-ports.js';
import type { HostClient } from '../../renderer/data/host-client.js';
import { openSession, type Session } from '../../renderer/data/session.js';
import type { Change } from '../../shared/changes/change-set.js';
import type { WriteAction } from '../../shared/domain/refuse-write.js';
import type { Channel, InputOf, OutputOf } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Result } from '../../shared/lib/result.js';
import { ORGANISATION_ID } from '../../shared/records/organisation.js';
import type { RecruiterId } from '../../shared/records/primitives.js';
import { RIGHTS } from '../../shared/records/recruiter.js';
import { organisationCreate } from '../../shared/testing/change-builders.js';

/** A program that ended in the middle. */
export class Killed extends Error {}

/** Somebody's laptop: the services over a folder of its own, and what its page knows. */
export class Colleague {
  readonly ports: TestPorts;
  /** Calls to the host until it is killed; after the call was carried out, unless `before`. */
  dies: { calls: number; readonly before: boolean } | null = null;
  readonly #database = `colleague-${Math.random().toString(36).slice(2)}`;
  #services: Services;
  #session: Session | null = null;

  private constructor(ports: TestPorts, services: Services) {
    this.ports = ports;
    this.#services = services;
  }

  static async start(): Promise<Colleague> {
    const ports = { ...(await makePorts()), network: { isUp: () => true } };
    const colleague = new Colleague(ports, await createServices(ports));
    await colleague.#open();
    return colleague;
  }

  get session(): Session {
    if (this.#session === null) throw new Error('the page is not open');
    return this.#session;
  }

  get roster() {
    return this.session.roster.current();
  }

  /** The first start: whoever this is administers an organisation of their own. */
  async begin(
    id: RecruiterId,
    who: { readonly name: string; readonly email: string },
    organisation: Change,
  ): Promise<void> {
    const fields = { ...who, rights: [...RIGHTS], departments: [], active: true, demo: false };
    unwrap(await this.session.setPreferences({ recruiterId: id }));
    await this.write('first-start', organisation, { kind: 'create', table: 'recruiter', id, dossier: null, fields });
  }

  async write(action: WriteAction, ...changes: readonly Change[]): Promise<void> {
    unwrap(await this.session.commit({ action, changes }));
  }

  async join(server: string, code: string): Promise<void> {
    unwrap(await this.call('sync.join', { server, code, laptop: 'Laptop' }));
  }

  async invite(recruiterId: string | null): Promise<string> {
    const by = this.session.preferences.current().recruiterId;
    return unwrap(await this.call('sync.invite', { recruiterId, by })).code;
  }

  /** As the page's loop exchanges, until neither side has anything left. Answers what was refused. */
  async settle(): Promise<number> {
    let refused = 0;
    for (let round = 0; round < 100; round++) {
      const moved = unwrap(await this.call('sync.exchange', null));
      const standing = unwrap(await this.call('sync.state', null));
      const tells = standing !== null && standing.resend !== null;
      refused += moved.refused;
      if (moved.received > 0 || moved.refused > 0 || tells) unwrap(await this.session.takeIn());
      if (!moved.more && !tells) return refused;
    }
    throw new Error('it never ends');
  }

  /** Ends without a word, and starts again over what lies on the disk. */
  async startAgain(): Promise<void> {
    this.dies = null;
    await this.#services.close();
    this.#services = await createServices(this.ports);
    await this.#open();
  }

  async end(): Promise<void> {
    await this.#services.close();
    await rm(this.ports.dataFolder, { recursive: true, force: true });
  }

  async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    const dies = this.dies;
    if (dies !== null && --dies.calls < 0 && dies.before) throw new Killed();
    const handler = this.#services.handlers[channel] as (
      given: InputOf<C>,
    ) => Promise<Result<OutputOf<C>, HostErrorCode>>;
    const answer = await handler(structuredClone(input));
    if (dies !== null && dies.calls < 0) throw new Killed();
    return structuredClone(answer);
  }

  async #open(): Promise<void> {
    const none = (): never => {
      throw new Error('no files here');
    };
    const host: HostClient = {
      call: (channel, input) => this.call(channel, input),
      putFile: none,
      fileUrl: none,
      putPreview: none,
      putPart: none,
    };
    const opened = await openSession(host, {
      databaseName: this.#database,
      now: () => Date.now(),
      onProgress: () => undefined,
      onDamage: () => undefined,
      claim: () => Promise.resolve(true),
    });
    this.#session = unwrap(opened);
  }
}

/** What every laptop of the organisation is to know alike. */
export function shownBy({ roster }: Colleague): unknown {
  const { organisation, recruiters, vacancies, people, applications, interviews, mailTemplates, messages } = roster;
  const sorted = (rows: Iterable<{ readonly id: string }>) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    organisation,
    ...{ recruiters: sorted(recruiters.values()), vacancies: sorted(vacancies.values()) },
    ...{ people: sorted(people.values()), applications: sorted(applications.values()) },
    ...{ interviews: sorted(interviews.values()), mailTemplates: sorted(mailTemplates.values()) },
    messages: sorted(messages.values()),
  };
}

/** An organisation's record as the first start writes it. */
export function organisationOf(name: string, lists: Readonly<Record<string, readonly string[]>> = {}): Change {
  const change = organisationCreate({ name });
  expect(change.id).toBe(ORGANISATION_ID);
  return { ...change, fields: { ...change.fields, ...lists } };
}

export function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.code} ${result.detail ?? ''}`);
  return result.value;
}
