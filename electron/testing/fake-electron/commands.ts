import { app, PreventableEvent } from './app.js';
import { callFrom, handledChannels, mainWorld, type Frame } from './ipc.js';
import { fetchAsPage, session } from './session.js';
import { record } from './situation.js';
import { BrowserWindow } from './window.js';

function window(): BrowserWindow {
  const [first] = BrowserWindow.all;
  if (first === undefined) throw new Error('no window was made');
  return first;
}

/** What a test may do to the program that runs over the fake Electron. */
export const commands = {
  record: async () => record,
  channels: async () => handledChannels(),

  /** As the page does it: through what the preload gave it. */
  async invoke(channel: string, input: unknown): Promise<unknown> {
    const invoke = mainWorld.get('host')?.['invoke'] as (channel: string, input: unknown) => Promise<unknown>;
    return await invoke(channel, input);
  },
  invokeFrom: (frame: Frame | null, channel: string, input: unknown) => callFrom(frame, channel, input),
  exposed: async () =>
    [...mainWorld].map(([name, api]) => [name, Object.entries(api).map(([key, value]) => `${key}: ${typeof value}`)]),

  async fetch(path: string, method: string, headers: Record<string, string>, body: string | null): Promise<object> {
    const init = { method, headers, ...(body === null ? {} : { body: Buffer.from(body, 'base64') }) };
    const response = await fetchAsPage(path, init);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    };
  },

  /** Whether the program kept the page from going there. */
  async navigate(event: string, url: string, isMainFrame: boolean): Promise<boolean> {
    const navigation = Object.assign(new PreventableEvent(), { url, isMainFrame });
    window().webContents.emit(event, navigation);
    return navigation.defaultPrevented;
  },
  openWindow: async (url: string) => window().webContents.openHandler({ url }).action,

  async permission(permission: string, origin: string): Promise<object> {
    const { handlers } = session.defaultSession;
    const requested = await new Promise((resolve) => {
      handlers.get('setPermissionRequestHandler')?.(null, permission, resolve, { requestingUrl: origin });
    });
    return { requested, checked: handlers.get('setPermissionCheckHandler')?.(null, permission, origin) };
  },
  request: (url: string) =>
    new Promise((resolve) => session.defaultSession.handlers.get('onBeforeRequest')?.({ url }, resolve)),

  closeWindow: async () => window().close(),
  isVisible: async () => window().isVisible(),
  startAgain: async () => app.emit('second-instance'),
  quit: async () => app.quit(),
};

export type Commands = typeof commands;

process.on('message', ({ id, name, args }: { id: number; name: keyof Commands; args: unknown[] }) => {
  const command = commands[name] as (...args: unknown[]) => Promise<unknown>;
  command(...args).then(
    (value) => process.send?.({ id, value: value ?? null }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
