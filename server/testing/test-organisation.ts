import type { Database } from '../database/database.js';
import { buildServer, type ServerOptions } from '../http/build-server.js';
import type { App } from '../http/service.js';
import { invite } from '../store/invitation-rows.js';
import { addOrganisation } from '../store/organisation-rows.js';
import { SigningLaptop } from './signing-laptop.js';

export interface TestOrganisation {
  readonly id: string;
  readonly app: App;
  readonly database: Database;
  /** A laptop that joined, of a recruiter or of everybody at a stand. */
  readonly laptop: (recruiter?: string | null) => Promise<SigningLaptop>;
}

/** An organisation of its own on a node of its own. The test closes the node. */
export async function testOrganisation(
  database: Database,
  options: Partial<ServerOptions> = {},
): Promise<TestOrganisation> {
  const app = await buildServer({ database, ...options });
  const id = await addOrganisation(database, 'Fjordkraft');
  return {
    id,
    app,
    database,
    laptop: async (recruiter = null) => {
      const laptop = new SigningLaptop(app);
      const { status, text } = await laptop.join((await invite(database, id, recruiter)).code);
      if (status !== 200) throw new Error(`the laptop could not join: ${text}`);
      return laptop;
    },
  };
}
