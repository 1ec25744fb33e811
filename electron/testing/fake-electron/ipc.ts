/** Who calls: Electron says it by the frame. */
export interface Frame {
  readonly url: string;
  readonly parent: object | null;
}

type Call = (event: { senderFrame: Frame | null }, input: unknown) => Promise<unknown>;

const calls = new Map<string, Call>();
let page: Frame = { url: 'about:blank', parent: null };

/** What the preload has put into the page's world. */
export const mainWorld = new Map<string, Record<string, unknown>>();

export function setPage(url: string): void {
  page = { url, parent: null };
}

export const ipcMain = {
  handle(channel: string, call: Call): void {
    if (calls.has(channel)) throw new Error(`${channel} is handled already`);
    calls.set(channel, call);
  },
};

/** A call from some frame. Like Electron's, it clones both ways and refuses a channel that nobody handles. */
export async function callFrom(frame: Frame | null, channel: string, input: unknown): Promise<unknown> {
  const call = calls.get(channel);
  if (call === undefined) throw new Error(`No handler registered for '${channel}'`);
  return structuredClone(await call({ senderFrame: frame }, structuredClone(input)));
}

export const ipcRenderer = {
  invoke: (channel: string, input: unknown) => callFrom(page, channel, input),
};

export const contextBridge = {
  exposeInMainWorld(name: string, api: Record<string, unknown>): void {
    mainWorld.set(name, api);
  },
};

export function handledChannels(): readonly string[] {
  return [...calls.keys()];
}
