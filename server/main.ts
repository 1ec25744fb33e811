import { once } from 'node:events';
import process from 'node:process';
import { pino } from 'pino';
import { helpLines, readCommandLine, runCommand, type CommandLine } from './admin/run-command.js';
import { readConfiguration, type Configuration } from './configuration.js';
import type { Database } from './database/database.js';
import { openDatabase } from './database/open-database.js';
import { logOptions } from './http/log-options.js';
import { problemLine } from './problem-line.js';
import { serve } from './serve.js';

/** 0: done; 1: what was asked cannot be done; 2: the command line cannot be read. */
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const asked = args.length === 0 || (args.length === 1 && args[0] === 'serve') ? 'serve' : readCommandLine(args);
  if (asked === null) return say(helpLines(), 0);
  if (typeof asked === 'string' && asked !== 'serve') return say([asked, '', ...helpLines()], 2);
  const read = readConfiguration(process.env);
  if (!read.ok) return say([problemLine(read)], 1);
  const configuration = read.value;
  const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const opened = await openDatabase(configuration, connectionLog(configuration), sayThatItLasts);
  if (!opened.ok) return say([problemLine(opened)], 1);
  const database = opened.value;
  try {
    return typeof asked === 'string'
      ? await runServer(database, configuration, stopped)
      : await runOnce(database, asked);
  } finally {
    await database.close();
  }
}

async function runOnce(database: Database, asked: CommandLine): Promise<number> {
  const { lines, exitCode } = await runCommand(database, asked, Date.now());
  return say(lines, exitCode);
}

async function runServer(database: Database, configuration: Configuration, stopped: Promise<unknown>): Promise<number> {
  const onListening = (address: string): void => {
    say([`Fairdesk's server listens on ${address} (${database.engine}). npm run server -- help`], 0);
    if (!isOnThisMachine(configuration.host) && configuration.trustedProxies === undefined) say([NEEDS_HTTPS], 0);
  };
  const served = await serve(database, configuration, { onListening, stopped });
  return served.ok ? 0 : say([problemLine(served)], 1);
}

const NEEDS_HTTPS =
  'Other machines reach it over HTTPS alone: put a proxy with a certificate in front, and name it in FAIRDESK_TRUSTED_PROXIES (docs/server.md).';

function isOnThisMachine(host: string): boolean {
  return /^(localhost|127\.[\d.]+|::1)$/.test(host);
}

/** Notes lost connections the way the server notes everything else; the next one is opened without being asked. */
function connectionLog({ logLevel }: Configuration): (error: Error) => void {
  const { logger } = logOptions({ level: logLevel });
  const log = pino(logger === false ? {} : logger);
  return (error) => log.warn({ err: error }, 'a connection to the store was lost');
}

function sayThatItLasts(): void {
  process.stderr.write('Making the store: this once it takes up to half a minute.\n');
}

/** What was asked for goes to the output, what went wrong beside it. */
function say(lines: readonly string[], exitCode: number): number {
  (exitCode === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  return exitCode;
}
