import type { Database } from '../../server/database/database.js';
import { migrate } from '../../server/database/migrate.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { buildServer } from '../../server/http/build-server.js';
import { invite } from '../../server/store/invitation-rows.js';
import { addOrganisation } from '../../server/store/organisation-rows.js';
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy.js';

/** The server itself in this process, with one organisation, behind a line that can be cut. */
export interface RunningServer {
  readonly database: Database;
  readonly proxy: CuttingProxy;
  /** Its id. */
  readonly organisation: string;
  /** Of an invitation for one more laptop, of everybody at a stand. */
  code(): Promise<string>;
  close(): Promise<void>;
}

export async function startRunningServer(): Promise<RunningServer> {
  const database = await openPglite(null);
  await migrate(database);
  const app = await buildServer({ database });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const proxy = await startCuttingProxy(Number(new URL(address).port));
  const organisation = await addOrganisation(database, 'Fjordkraft');
  return {
    database,
    proxy,
    organisation,
    code: async () => (await invite(database, organisation, null)).code,
    async close() {
      await proxy.close();
      await app.close();
      await database.close();
    },
  };
}
