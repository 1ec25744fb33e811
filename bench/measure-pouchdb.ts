import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../scripts/program.js';
import { PUSH_AT_ONCE } from '../shared/sync/protocol.js';
import { medianOf, timed } from './line.js';
import { letterCreate } from './sync-changes.js';

/** No dependency of the project: installed for the bench alone, and kept until the system empties its temporary folder. */
const PACKAGES = ['express-pouchdb@4.2.0', 'pouchdb-core@9.0.0', 'pouchdb-adapter-memory@9.0.0', 'express@4.21.2'];
const FOLDER = path.join(tmpdir(), 'fairdesk-bench-express-pouchdb-4.2.0');
const ROUNDS = 3;

/** Medians, in milliseconds: of a request with 500 documents, and of all of them read back. */
export interface PouchTimes {
  readonly creates: number;
  readonly pull: number;
}

/** The same records over HTTP to express-pouchdb, which keeps them in memory; or why it cannot be had. */
export async function measurePouch(size: number): Promise<PouchTimes | string> {
  const missing = await install();
  if (missing !== null) return missing;
  const peer = spawn(process.execPath, [path.join(ROOT, 'bench/pouchdb.cjs')], {
    cwd: FOLDER,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    let said = '';
    for await (const part of peer.stdout.setEncoding('utf8')) {
      said += String(part);
      const port = /listens on (\d+)/.exec(said)?.[1];
      if (port !== undefined) return await measureAt(`http://127.0.0.1:${port}/bench`, size);
    }
    return 'it did not start';
  } finally {
    peer.kill();
  }
}

async function measureAt(database: string, size: number): Promise<PouchTimes> {
  await fetch(database, { method: 'PUT' });
  const creates: number[] = [];
  for (let at = 0; at + PUSH_AT_ONCE <= size; at += PUSH_AT_ONCE) {
    const records = Array.from({ length: PUSH_AT_ONCE }, (_, n) => letterCreate(at + n));
    const body = JSON.stringify({ docs: records.map((change) => ({ _id: change.id, ...change })) });
    const headers = { 'content-type': 'application/json' };
    const send = () => fetch(`${database}/_bulk_docs`, { method: 'POST', headers, body });
    creates.push(await timed(async () => (await send()).text()));
  }
  const pulls: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let text = '';
    pulls.push(await timed(async () => (text = await (await fetch(`${database}/_changes?include_docs=true`)).text())));
    const { results } = JSON.parse(text) as { results: unknown[] };
    if (results.length !== creates.length * PUSH_AT_ONCE) throw new Error('express-pouchdb does not have them all');
  }
  return { creates: medianOf(creates), pull: medianOf(pulls) };
}

/** Null when it is there. */
async function install(): Promise<string | null> {
  const whole = path.join(FOLDER, 'whole');
  if (existsSync(whole)) return null;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, 'package.json'), '{ "private": true }');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES];
  const npm = spawn('npm', args, { cwd: FOLDER, stdio: 'ignore', shell: process.platform === 'win32' });
  try {
    const [code] = (await once(npm, 'close')) as [number];
    if (code !== 0) return `npm install ended with ${code.toString()}`;
  } catch (error) {
    return String(error);
  }
  await writeFile(whole, '');
  return null;
}
