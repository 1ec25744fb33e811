import { gunzipSync } from 'node:zlib';
import { PushRequest } from '../../shared/sync/protocol.js';
import { COMMANDS } from '../../server/admin/commands.js';
import type { Database, Queries, Row, SqlValue } from '../../server/database/database.js';
import { buildServer } from '../../server/http/build-server.js';
import type { App } from '../../server/http/service.js';
import { invite } from '../../server/store/invitation-rows.js';
import { addOrganisation } from '../../server/store/organisation-rows.js';
import type { SyncRequest, SyncResponse } from '../../electron/services/sync/sync-transport.js';
import { putBack, takeBackup, type Backup } from './backup.js';
import type { Chance } from './chance.js';
import type { Plants } from './plants.js';

/** Two nodes over one store, whose statements can fail. Worlds use them one after the other. */
export interface Nodes {
  readonly database: Database;
  readonly apps: readonly App[];
  /** UTC milliseconds. */
  time: number;
  /** Statements that still succeed. */
  statementsLeft: number;
}

export async function startNodes(database: Database): Promise<Nodes> {
  const nodes = { database, apps: [] as App[], time: 0, statementsLeft: Infinity };
  const failing = (queries: Queries): Queries => ({
    query: async <Shape extends Row>(sql: string, values?: readonly SqlValue[]) => {
      if (nodes.statementsLeft-- <= 0) throw new Error('the store is gone');
      return await queries.query<Shape>(sql, values);
    },
  });
  const store: Database = {
    ...database,
    ...failing(database),
    transaction: async (work) => await database.transaction(async (queries) => await work(failing(queries))),
  };
  const now = (): number => nodes.time;
  for (let node = 0; node < 2; node++) nodes.apps.push(await buildServer({ database: store, now }));
  return nodes;
}

export async function stopNodes({ apps }: Nodes): Promise<void> {
  for (const app of apps) await app.close();
}

interface Decides {
  readonly chance: Chance;
  readonly plants: Plants;
}

/** The organisation of one world, on both nodes. */
export class SimulatedServer {
  readonly nodes: Nodes;
  readonly organisation: string;
  readonly #chance: Chance;
  readonly #plants: Plants;
  #joined = 0;
  /** How often it was put back. */
  restores = 0;

  private constructor(nodes: Nodes, organisation: string, { chance, plants }: Decides) {
    this.nodes = nodes;
    this.organisation = organisation;
    this.#chance = chance;
    this.#plants = plants;
  }

  static async begin(nodes: Nodes, decides: Decides): Promise<SimulatedServer> {
    return new SimulatedServer(nodes, await addOrganisation(nodes.database, 'Fjordkraft'), decides);
  }

  get database(): Database {
    return this.nodes.database;
  }

  /** The code of an invitation. */
  async invite(recruiter: string | null): Promise<string> {
    return (await invite(this.database, this.organisation, recruiter)).code;
  }

  /** One of the nodes answers; `failsAfter` statements the store is gone. Null: the connection broke. */
  async answer(request: SyncRequest, failsAfter = Infinity): Promise<SyncResponse | null> {
    const { method, path, headers, body } = request;
    this.nodes.statementsLeft = failsAfter;
    const isJoining = path === '/v1/devices';
    if (isJoining) this.#joined += 1;
    if (this.#plants.acceptsGaps === true && path === '/v1/push') await this.#skipTo(request);
    try {
      const response = await this.#chance.oneOf(this.nodes.apps).inject({
        method,
        url: path,
        headers,
        ...(body === null ? {} : { payload: Buffer.from(body) }),
        remoteAddress: `10.${this.organisation.charCodeAt(0)}.${this.organisation.charCodeAt(1)}.${this.#joined % 250}`,
      });
      return { status: response.statusCode, body: response.rawPayload };
    } catch {
      return null;
    } finally {
      this.nodes.statementsLeft = Infinity;
    }
  }

  async backup(): Promise<Backup> {
    return await takeBackup(this.database, this.organisation);
  }

  /** What `docs/server.md` asks of whoever puts a backup back. */
  async restore(backup: Backup): Promise<void> {
    this.restores += 1;
    await putBack(this.database, this.organisation, backup);
    await this.command('restored');
  }

  async command(name: string, words: readonly string[] = [], wipe = false): Promise<void> {
    const options = { organisation: this.organisation, wipe };
    const command = COMMANDS[name];
    if (command === undefined) throw new Error(`there is no command ${name}`);
    await command.run({ database: this.database, words, options, now: this.nodes.time });
  }

  /** As if the numbers before those of a push had come. */
  async #skipTo({ body, headers }: SyncRequest): Promise<void> {
    const bytes = Buffer.from(body ?? []);
    const text = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    const { device, changeSets } = PushRequest.parse(JSON.parse(text.toString()));
    const before = (changeSets[0]?.n ?? 1) - 1;
    await this.database.query('UPDATE device SET last_n = $2 WHERE id = $1 AND last_n < $2', [device, before]);
  }
}
