import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;

/** Nothing of it has to outlive a power cut. */
const HASTY = ['-F', '-c', 'full_page_writes=off'];

interface ClusterOptions {
  /** A commit waits for the disk, as an administrator's PostgreSQL does. */
  readonly durable?: boolean;
}

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** A throw-away PostgreSQL in a folder of its own, reached through a socket there. */
export class PostgresCluster {
  readonly #programs: string;
  readonly #folder: string;
  /** PostgreSQL refuses to run as root. */
  readonly #owner: SystemUser | null;
  readonly #settings: readonly string[];
  #server: ChildProcess | null = null;

  private constructor(programs: string, { durable = false }: ClusterOptions) {
    this.#programs = programs;
    this.#settings = durable ? [] : HASTY;
    this.#folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-postgres-'));
    this.#owner = process.getuid?.() === 0 ? systemUser() : null;
    if (this.#owner !== null) chownSync(this.#folder, this.#owner.uid, this.#owner.gid);
  }

  /** Null where there are no programs of PostgreSQL 15 or newer; throws when it does not start. */
  static async start(options: ClusterOptions = {}): Promise<PostgresCluster | null> {
    const programs = findPrograms();
    if (programs === null) return null;
    const cluster = new PostgresCluster(programs, options);
    cluster.#initialise();
    await cluster.#run();
    return cluster;
  }

  get address(): string {
    return `postgres://postgres@localhost/postgres?host=${encodeURIComponent(this.#folder)}`;
  }

  /** Where one of its programs lies, as `psql`. */
  program(name: string): string {
    return path.join(this.#programs, name);
  }

  /** Ends every connection, rolls back what was not committed, and starts it again. */
  async restart(): Promise<void> {
    await this.#end();
    await this.#run();
  }

  async stop(): Promise<void> {
    await this.#end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #data(): string {
    return path.join(this.#folder, 'data');
  }

  #initialise(): void {
    const made = spawnSync(
      this.program('initdb'),
      ['-D', this.#data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
      { ...this.#owner, cwd: this.#folder, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  }

  async #run(): Promise<void> {
    const settings = ['-c', 'max_connections=200', ...this.#settings];
    const server = spawn(this.program('postgres'), ['-D', this.#data, '-k', this.#folder, '-h', '', ...settings], {
      ...this.#owner,
      cwd: this.#folder,
      stdio: 'ignore',
    });
    this.#server = server;
    await answering(this.address, server);
  }

  async #end(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
  }
}

function findPrograms(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const newest = readdirSync(DEBIAN)
    .map(Number)
    .filter((version) => version >= OLDEST && existsSync(path.join(DEBIAN, String(version), 'bin/initdb')))
    .sort((a, b) => b - a)[0];
  return newest === undefined ? null : path.join(DEBIAN, String(newest), 'bin');
}

function systemUser(): SystemUser {
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
