import { eraseByServer } from './erase-by-server.js';
import type { Database } from '../database/database.js';
import { invite } from '../store/invitation-rows.js';
import { addOrganisation, beginEpoch } from '../store/organisation-rows.js';
import { findOrganisations, findPerson, isRecruiter, listOrganisations, listRecruiters } from './admin-rows.js';
import { revoke } from '../store/laptop-rows.js';
import { listLaptops } from './list-laptops.js';

/** What was asked cannot be done; said to whoever asked, exit code 1. */
export class CommandProblem extends Error {}

export interface Command {
  readonly usage: string;
  readonly does: string;
  /** How many words it takes beside its own. */
  readonly takes: 0 | 1;
  /** Which options mean something to it. */
  readonly options: readonly OptionName[];
  readonly run: (asked: Asked) => Promise<readonly string[]>;
}

export interface Options {
  readonly organisation?: string;
  readonly user?: string;
  readonly wipe?: boolean;
}
export type OptionName = keyof Options;

interface Asked {
  readonly database: Database;
  readonly words: readonly string[];
  readonly options: Options;
  readonly now: number;
}

/** The administrator's commands, by their words. Each answers lines with tabs between the values; a list begins with what they are. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'organisation add': {
    usage: 'organisation add <name>',
    does: 'adds an organisation, and invites its first laptop',
    takes: 1,
    options: [],
    run: async ({ database, words: [word] }) => {
      const name = given(word, 'a name');
      const [same] = await findOrganisations(database, name);
      if (same !== undefined) throw new CommandProblem(`there is an organisation "${name}" already: ${same}`);
      const organisation = await addOrganisation(database, name);
      return [`organisation\t${organisation}`, `invitation\t${(await invite(database, organisation, null)).code}`];
    },
  },
  'organisation list': {
    usage: 'organisation list',
    does: 'lists organisations: id, name, change sets, laptops',
    takes: 0,
    options: [],
    run: async ({ database }) => listOrganisations(database),
  },
  users: {
    usage: 'users',
    does: 'lists who works in an organisation: id, name, whether active',
    takes: 0,
    options: ['organisation'],
    run: async (asked) => listRecruiters(asked.database, await organisationOf(asked)),
  },
  invite: {
    usage: 'invite [--user <id>]',
    does: 'makes a code that lets one laptop join, within two days; of a user, or of everybody at a stand',
    takes: 0,
    options: ['organisation', 'user'],
    run: async (asked) => {
      const organisation = await organisationOf(asked);
      const { user } = asked.options;
      if (user !== undefined && !(await isRecruiter(asked.database, organisation, user)))
        throw new CommandProblem(
          `there is no user "${user}": a user is named by the id, which the command "users" lists`,
        );
      const { code, expiresAt } = await invite(asked.database, organisation, user ?? null);
      return [`invitation\t${code}`, `until\t${new Date(expiresAt).toISOString()}`];
    },
  },
  devices: {
    usage: 'devices',
    does: 'lists laptops: id, name, user, whether joined, left or revoked, when last seen',
    takes: 0,
    options: ['organisation'],
    run: async (asked) => listLaptops(asked.database, await organisationOf(asked)),
  },
  revoke: {
    usage: 'revoke <device> [--wipe]',
    does: 'takes nothing from a laptop any more and gives it nothing; with --wipe it destroys its keys',
    takes: 1,
    options: ['wipe'],
    run: async ({ database, words: [device], options }) => {
      const revoked = await revoke(database, given(device, 'a device'), options.wipe === true);
      if (!revoked) throw new CommandProblem('there is no such device: "devices" lists them');
      return [`revoked\t${device ?? ''}`];
    },
  },
  erase: {
    usage: 'erase <person>',
    does: 'erases everything that is kept about a person, here and on every laptop; the id of any record of the person serves',
    takes: 1,
    options: ['organisation'],
    run: async (asked) => {
      const id = given(asked.words[0], 'a person');
      const organisation = await organisationOf(asked);
      const person = await findPerson(asked.database, organisation, id);
      if (person === null)
        throw new CommandProblem(`nobody has the id "${id}", and no record of anybody: nothing was erased`);
      await eraseByServer(asked.database, organisation, { person, now: asked.now });
      return [`erased\t${person}`];
    },
  },
  restored: {
    usage: 'restored',
    does: 'to be said after the store was restored from a backup: laptops send again what it lacks',
    takes: 0,
    options: [],
    run: async ({ database }) => [`organisations\t${await beginEpoch(database)}`],
  },
};

async function organisationOf({ database, options }: Asked): Promise<string> {
  const named = options.organisation;
  const [found, another] = await findOrganisations(database, named ?? null);
  if (found !== undefined && another === undefined) return found;
  throw new CommandProblem(whyNotOne(named, found !== undefined));
}

function whyNotOne(named: string | undefined, areSeveral: boolean): string {
  if (named === undefined) {
    return areSeveral
      ? 'there are several organisations: name one with --organisation <id or name>'
      : 'there is no organisation yet: organisation add <name>';
  }
  return areSeveral
    ? `several organisations have the name "${named}": use the id, which "organisation list" shows`
    : `there is no organisation "${named}": "organisation list" shows them`;
}

function given(word: string | undefined, what: string): string {
  if (word === undefined || word.trim() === '') throw new CommandProblem(`${what} is missing`);
  return word.trim();
}
