import { createHostClient } from './host-transport.js';
import type { HostClient } from './host-client.js';

declare global {
  interface Window {
    /** Exposed by Electron's preload; absent in a browser. */
    readonly host?: { invoke(channel: string, input: unknown): Promise<unknown> };
  }
}

/** The host this page was served by: Electron's main process where its preload is there, else the web host. */
export function connectHost(): HostClient {
  const bridge = window.host;
  if (bridge !== undefined) return createHostClient((channel, input) => bridge.invoke(channel, input));
  return createHostClient(async (channel, input) => {
    const response = await fetch(`/call/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return (await response.json()) as unknown;
  });
}
