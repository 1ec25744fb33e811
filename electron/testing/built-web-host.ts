import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { HostUnderTest } from './host-under-test.js';

const BUILT = path.resolve(import.meta.dirname, '../../out/web-host/index.js');

export interface BuiltWebHost extends HostUnderTest {
  readonly origin: string;
  /** As printed, with its token. */
  readonly address: string;
  /** `name=value`, as a browser would send it. */
  readonly cookie: string;
  readonly printed: readonly string[];
}

/** The built web host as a process of its own, entered with the address that it printed. */
export async function startBuiltWebHost(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<BuiltWebHost> {
  const child = spawn(process.execPath, [BUILT], {
    env: { ...process.env, CI: '1', FAIRDESK_DATA: dataFolder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  const faults: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => faults.push(text));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      printed.push(line);
      const found = /http:\/\/\S+\/\?token=\S+/.exec(line)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) =>
      reject(new Error(`the built web host ended with ${String(code)}: ${[...printed, ...faults].join('\n')}`)),
    );
  });
  const { origin } = new URL(address);
  const entered = await fetch(address);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  await entered.arrayBuffer();
  const asPage = { cookie, origin };

  return {
    origin,
    address,
    cookie,
    printed,
    async invoke(channel, input) {
      const response = await fetch(`${origin}/call/${channel}`, {
        method: 'POST',
        headers: { ...asPage, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return await response.json();
    },
    fetch: (where, init) => fetch(new URL(where, origin), { ...init, headers: { ...init?.headers, ...asPage } }),
    async close() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
