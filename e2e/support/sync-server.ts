import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ROOT, runNode } from '../../scripts/program.js';

const TSX = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const MAIN = path.join(ROOT, 'server/main.ts');

/** Where the server keeps everything: a folder of the embedded engine, or a PostgreSQL. */
export type Store = { readonly folder: string } | { readonly databaseUrl: string };

/** The server as its administrator starts it: a process of its own that can be killed, and its command line. */
export class SyncServer {
  readonly #environment: Readonly<Record<string, string>>;
  #process: ChildProcess | null = null;
  #port = 0;

  /** @param environment further variables, as for its mail account */
  constructor(store: Store, environment: Readonly<Record<string, string>> = {}) {
    const place = 'folder' in store ? { FAIRDESK_SERVER_DATA: store.folder } : { DATABASE_URL: store.databaseUrl };
    this.#environment = { ...place, FAIRDESK_LOG_LEVEL: 'warn', ...environment };
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port.toString()}`;
  }

  /** Answers once it listens. After the first time it is found at the same address again. `environment` is for this time alone. */
  async start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    const child = spawn(process.execPath, [TSX, MAIN], {
      cwd: ROOT,
      env: { ...process.env, ...this.#environment, ...environment, FAIRDESK_SERVER_PORT: this.#port.toString() },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // it is killed with what it started
    });
    this.#process = child;
    this.#port = await new Promise((resolve, reject) => {
      let said = '';
      const hear = (part: string): void => {
        said += part;
        const port = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        if (port !== undefined) resolve(Number(port));
      };
      child.stdout.setEncoding('utf8').on('data', hear);
      child.stderr.setEncoding('utf8').on('data', hear);
      child.once('exit', () => {
        reject(new Error(`the server did not start: ${said}`));
      });
    });
  }

  /** As a power cut ends it. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Tells the process and what it started. */
  signal(signal: NodeJS.Signals): void {
    if (this.#process?.pid !== undefined) process.kill(-this.#process.pid, signal);
  }

  /** Answers once it has died by itself. */
  async untilDead(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child !== null && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  /** Runs an administrator's command; the embedded engine allows it only while the server does not run. Throws what it says when it fails. */
  async command(...words: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { code, output } = await runNode(TSX, [MAIN, ...words], { environment: this.#environment });
    if (code !== 0) throw new Error(`${words.join(' ')}: ${output}`);
    return new Map(
      output.split('\n').map((line): [string, string] => {
        const [name = '', ...rest] = line.split('\t');
        return [name, rest.join('\t')];
      }),
    );
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, signal);
    await ended;
  }
}
