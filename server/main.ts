import { once } from 'node:events';
import process from 'node:process';
import { helpLines, readCommandLine, runCommand } from './admin/run-command.js';
import { readConfiguration } from './configuration.js';
import type { Database } from './database/database.js';
import { openDatabase } from './database/open-database.js';
import { serve } from './serve.js';

const SAID: Readonly<Record<string, string>> = {
  'folder/in-use': 'The data folder is in use: the server runs on it. Stop it first, or use PostgreSQL (DATABASE_URL).',
  'folder/other-engine': 'The data folder was written by another version of the embedded engine.',
  'migration/changed': 'A migration that ran already stands otherwise in this program.',
  'migration/newer-store': 'The store was written by a newer version of this program.',
};

/** 0: done; 1: what was asked cannot be done; 2: the command line or the environment cannot be read. */
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const asked = args.length === 0 || args[0] === 'serve' ? 'serve' : readCommandLine(args);
  if (asked === null) return say(helpLines(), 0);
  if (typeof asked === 'string' && asked !== 'serve') return say([asked, '', ...helpLines()], 2);
  const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const configuration = readConfiguration(process.env);
  const opened = await openDatabase(configuration, ({ message }) => say([message], 1));
  if (!opened.ok) return say([SAID[opened.code] ?? opened.code], 1);
  const database = opened.value;
  try {
    if (typeof asked !== 'string') {
      const { lines, exitCode } = await runCommand(database, asked, Date.now());
      return say(lines, exitCode);
    }
    await serve(database, configuration, { onListening: (address) => greet(database, address), stopped });
    return 0;
  } finally {
    await database.close();
  }
}

function greet({ engine }: Database, address: string): void {
  say([`Fairdesk's server listens on ${address} (${engine}). npm run server -- help`], 0);
}

/** What was asked for goes to the output, what went wrong beside it. */
function say(lines: readonly string[], exitCode: number): number {
  (exitCode === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  return exitCode;
}
