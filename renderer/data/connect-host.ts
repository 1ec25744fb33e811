import { createHostClient } from './host-transport.js';
import type { HostClient } from './host-client.js';

declare global {
  interface Window {
    /** Exposed by Electron's preload; absent in a browser. */
    readonly host?: { invoke(channel: string, input: unknown): Promise<unknown> };
  }
}

/** Browsers let requests outlive their page only up to 64 KiB in all. */
const KEEPALIVE_LIMIT = 16_000;

/** The host this page was served by: Electron's main process where its preload is there, else the web host. */
export function connectHost(): HostClient {
  const bridge = window.host;
  if (bridge !== undefined) return createHostClient((channel, input) => bridge.invoke(channel, input));
  return createHostClient(async (channel, input) => {
    const body = JSON.stringify(input);
    const response = await fetch(`/call/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      // What is typed last must arrive although the window goes.
      keepalive: channel === 'draft.write' && body.length < KEEPALIVE_LIMIT,
    });
    return (await response.json()) as unknown;
  });
}
