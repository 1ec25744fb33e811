import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Commands } from './fake-electron/commands.js';
import type { Noted, Situation } from './fake-electron/situation.js';
import type { HostUnderTest } from './host-under-test.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

type Reply = { id: number; value: unknown } | { id: number; error: string };

export interface BuiltMain extends HostUnderTest {
  /** One of the fake Electron's commands. */
  do<Name extends keyof Commands>(
    name: Name,
    ...args: Parameters<Commands[Name]>
  ): Promise<Awaited<ReturnType<Commands[Name]>>>;
  /** Everything that was asked of Electron so far, or until it ended. */
  record(): Promise<readonly Noted[]>;
  /** Resolves with the exit code once the program has ended. */
  readonly ended: Promise<number | null>;
}

/** Boots the built `out/main` and `out/preload` under a fake Electron; resolves when the page was loaded, or it ended. */
export async function startBuiltMain(dataFolder: string, given: Partial<Situation> = {}): Promise<BuiltMain> {
  const situation: Situation = {
    appPath: ROOT,
    keychain: 'real',
    firstInstance: true,
    languages: ['en-GB'],
    ...given,
  };
  const register = path.join(import.meta.dirname, 'fake-electron', 'register.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', pathToFileURL(register).href, path.join(ROOT, 'out', 'main', 'index.js')],
    {
      cwd: ROOT,
      env: { ...process.env, FAIRDESK_DATA: dataFolder, FAKE_ELECTRON: JSON.stringify(situation) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  let faults = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (faults += text));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastRecord: readonly Noted[] = [];
  child.on('message', (reply: Reply) => {
    if (reply.id === 0 && 'value' in reply) lastRecord = reply.value as readonly Noted[];
    waiting.get(reply.id)?.(reply);
  });

  let last = 0;
  const command = async (name: string, args: readonly unknown[]): Promise<unknown> => {
    const id = (last += 1);
    const replied = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    if (!child.connected) throw new Error(`the built main has ended:\n${faults}`);
    child.send({ id, name, args });
    const gone = ended.then((): Reply => ({ id, error: `the built main has ended:\n${faults}` }));
    const reply = await Promise.race([replied, gone]);
    if ('error' in reply) throw new Error(reply.error);
    return reply.value;
  };
  const main: BuiltMain = {
    do: (name, ...args) => command(name, args) as never,
    record: async () => (child.connected ? ((await command('record', [])) as readonly Noted[]) : lastRecord),
    ended,
    invoke: (channel, input) => command('invoke', [channel, input]),
    async fetch(where, init) {
      const body = init?.body === undefined ? null : Buffer.from(init.body).toString('base64');
      const answer = (await command('fetch', [where, init?.method ?? 'GET', init?.headers ?? {}, body])) as {
        status: number;
        headers: Record<string, string>;
        body: string;
      };
      return new Response(Buffer.from(answer.body, 'base64'), answer);
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await command('quit', []).catch(() => undefined);
      await ended;
    },
  };
  await untilLoaded(main);
  return main;
}

/** Or until it has ended: whoever went on asking would ask through every later test of this process. */
async function untilLoaded(main: BuiltMain): Promise<void> {
  const isLoaded = async (): Promise<boolean> => (await main.record()).some(({ what }) => what === 'window.show');
  const hasEnded = main.ended.then(() => true);
  for (;;) {
    if (await isLoaded().catch(() => false)) return;
    const aWhile = new Promise<boolean>((resolve) => setTimeout(resolve, 20, false));
    if (await Promise.race([hasEnded, aWhile])) return;
  }
}
