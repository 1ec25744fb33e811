import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a real PostgreSQL whose databases the tests may make and drop; null where there is none. */
    postgresAddress: string | null;
  }
}

const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;

/** Before the server's tests: a throw-away PostgreSQL, wherever its programs or an address for tests are found. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { FAIRDESK_TEST_DATABASE_URL: given, FAIRDESK_TEST_NEEDS_POSTGRES: needed } = process.env;
  const cluster = given === undefined ? await startCluster().catch((error: unknown) => withoutIt(error, needed)) : null;
  const address = given ?? cluster?.address ?? null;
  if (address === null && needed !== undefined)
    throw new Error('no PostgreSQL was found, and these tests must run on it');
  project.provide('postgresAddress', address);
  return async () => cluster?.stop();
}

/** Only where it may be missing; said aloud, and by a test. */
function withoutIt(error: unknown, needed: string | undefined): null {
  if (needed !== undefined) throw error;
  process.stderr.write(`PostgreSQL is there and did not start: the server's tests run without it. ${String(error)}\n`);
  return null;
}

async function startCluster() {
  const programs = findPrograms();
  if (programs === null) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-postgres-'));
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? systemUser() : null;
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  const made = spawnSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-h', '', '-F', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    { ...owner, cwd: folder, stdio: 'ignore' },
  );
  const address = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await answering(address, server);
  return {
    address,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const newest = readdirSync(DEBIAN)
    .map(Number)
    .filter((version) => version >= OLDEST && existsSync(path.join(DEBIAN, String(version), 'bin/initdb')))
    .sort((a, b) => b - a)[0];
  return newest === undefined ? null : path.join(DEBIAN, String(newest), 'bin');
}

function systemUser(): { readonly uid: number; readonly gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (found === undefined) throw new Error('there is no user that PostgreSQL could run as');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function answering(address: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; server.exitCode === null && attempt < 150; attempt += 1) {
    const client = new Client({ connectionString: address });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(200);
    }
  }
  throw new Error('PostgreSQL did not start');
}
