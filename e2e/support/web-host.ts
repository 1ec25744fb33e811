import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../scripts/program.js';
import type { Cable } from './cable.js';

/** The built web host as a process of its own. */
export interface WebHost {
  /** The printed address, with its token. */
  readonly address: string;
  readonly origin: string;
  /** What it printed besides. */
  readonly lines: readonly string[];
  /** Asks it to end, as the system does, and waits until it has. */
  stop(): Promise<void>;
  /** As a battery that gives out. */
  kill(): Promise<void>;
}

const PRINTED = /(http:\/\/127\.0\.0\.1:\d+)\/\?token=\S+/;

/** Starts what `npm run build` left in `out/`, or a copy of that folder, over a data folder; throws with its output when it does not start. */
export async function startWebHost(
  dataFolder: string,
  cable: Cable | null = null,
  environment: Readonly<Record<string, string>> = {},
  built: string = path.join(ROOT, 'out'),
): Promise<WebHost> {
  const child = spawn(process.execPath, [...(cable?.nodeArguments ?? []), path.join(built, 'web-host', 'index.js')], {
    env: { ...process.env, CI: '1', FAIRDESK_DATA: dataFolder, ...cable?.environment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  const [address, origin] = await new Promise<readonly [string, string]>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const [printed, itsOrigin] = PRINTED.exec(line) ?? [];
      if (printed !== undefined && itsOrigin !== undefined) resolve([printed, itsOrigin]);
    });
    child.once('exit', (code) => reject(new Error(`the web host ended with ${String(code)}:\n${lines.join('\n')}`)));
  });
  return {
    address,
    origin,
    lines,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
