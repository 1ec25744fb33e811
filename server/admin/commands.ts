import { eraseByServer } from './erase-by-server.js';
import type { Database } from '../database/database.js';
import { Id } from '../../shared/records/primitives.js';
import { invite } from '../store/invitation-rows.js';
import { addOrganisation, beginEpoch } from '../store/organisation-rows.js';
import { findOrganisation, listLaptops, listOrganisations, listRecruiters, revoke } from './admin-rows.js';

/** What was asked cannot be done; said to whoever asked, exit code 1. */
export class CommandProblem extends Error {}

export interface Command {
  readonly usage: string;
  readonly does: string;
  readonly run: (asked: Asked) => Promise<readonly string[]>;
}

interface Asked {
  readonly database: Database;
  readonly words: readonly string[];
  readonly options: { readonly organisation?: string; readonly user?: string; readonly wipe?: boolean };
  readonly now: number;
}

/** The administrator's commands, by their words. Each answers lines with tabs between the values. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'organisation add': {
    usage: 'organisation add <name>',
    does: 'adds an organisation, and invites its first laptop',
    run: async ({ database, words: [name] }) => {
      const organisation = await addOrganisation(database, given(name, 'a name'));
      return [`organisation\t${organisation}`, `invitation\t${(await invite(database, organisation, null)).code}`];
    },
  },
  'organisation list': {
    usage: 'organisation list',
    does: 'lists organisations: id, name, change sets, laptops',
    run: async ({ database }) => listOrganisations(database),
  },
  users: {
    usage: 'users',
    does: 'lists who works in an organisation: id, name, whether active',
    run: async (asked) => listRecruiters(asked.database, await organisationOf(asked)),
  },
  invite: {
    usage: 'invite [--user <id>]',
    does: 'makes a code that lets one laptop join, within two days; of a user, or of everybody at a stand',
    run: async (asked) => {
      const organisation = await organisationOf(asked);
      const { user } = asked.options;
      if (user !== undefined && !Id.safeParse(user).success) throw new CommandProblem('a user is named by the id');
      const { code, expiresAt } = await invite(asked.database, organisation, user ?? null);
      return [`invitation\t${code}`, `until\t${new Date(expiresAt).toISOString()}`];
    },
  },
  devices: {
    usage: 'devices',
    does: 'lists laptops: id, name, user, last number, when last seen, whether joined, left or revoked',
    run: async (asked) => listLaptops(asked.database, await organisationOf(asked)),
  },
  revoke: {
    usage: 'revoke <device> [--wipe]',
    does: 'takes nothing from a laptop any more and gives it nothing; with --wipe it destroys its keys',
    run: async ({ database, words: [device], options }) => {
      const revoked = await revoke(database, given(device, 'a device'), options.wipe === true);
      if (!revoked) throw new CommandProblem('there is no such device');
      return [`revoked\t${device ?? ''}`];
    },
  },
  erase: {
    usage: 'erase <person>',
    does: 'erases everything that is kept about a person, here and on every laptop',
    run: async (asked) => {
      const person = given(asked.words[0], 'a person');
      if (!Id.safeParse(person).success) throw new CommandProblem('a person is named by the id');
      await eraseByServer(asked.database, await organisationOf(asked), { person, now: asked.now });
      return [`erased\t${person}`];
    },
  },
  restored: {
    usage: 'restored',
    does: 'to be said after the store was restored from a backup: laptops send again what it lacks',
    run: async ({ database }) => [`organisations\t${await beginEpoch(database)}`],
  },
};

async function organisationOf({ database, options }: Asked): Promise<string> {
  const found = await findOrganisation(database, options.organisation ?? null);
  if (found !== null) return found;
  throw new CommandProblem('name the organisation: --organisation <id or name>');
}

function given(word: string | undefined, what: string): string {
  if (word === undefined || word.trim() === '') throw new CommandProblem(`${what} is missing`);
  return word;
}
