import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from '../services/disk/error-code.js';

const Remembered = z.object({ port: z.int().min(1).max(65_535) });

/** Below the range from which systems give out ports for a moment, so that ours is seldom taken. */
const RANGE = { from: 21_000, to: 31_000 };
const ATTEMPTS = 20;

/** What the environment says; throws when that is no port. Null when it says nothing. */
export function chosenPort(environment: Readonly<Record<string, string | undefined>>): number | null {
  const chosen = environment['FAIRDESK_PORT'];
  if (chosen === undefined || chosen === '') return null;
  const port = Number(chosen);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`FAIRDESK_PORT is no port: ${chosen}`);
  return port;
}

/**
 * Opens on the port of this data folder. It is kept, because another port is another origin, which has an empty working
 * store that must be rebuilt. Taken by somebody else, another one is chosen and kept, and `say` tells.
 */
export async function openOnKeptPort<Opened>(
  folder: string,
  open: (port: number) => Promise<Opened>,
  say: (line: string) => void,
): Promise<Opened> {
  const file = path.join(folder, 'web-host.json');
  const kept = await read(file);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = attempt === 0 && kept !== null ? kept : randomInt(RANGE.from, RANGE.to);
    try {
      const opened = await open(port);
      if (port !== kept) await writeFile(file, JSON.stringify({ port }), { mode: 0o600 });
      return opened;
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes(errorCode(error))) throw error;
      if (port === kept) say(`Port ${kept} is taken by another program; choosing another one.`);
    }
  }
  throw new Error('No free port was found on 127.0.0.1.');
}

async function read(file: string): Promise<number | null> {
  try {
    return Remembered.parse(JSON.parse(await readFile(file, 'utf8'))).port;
  } catch {
    return null;
  }
}
