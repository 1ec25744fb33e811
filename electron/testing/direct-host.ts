import { dispatch } from '../../shared/host/dispatch.js';
import { createServices } from '../services/create-services.js';
import { fileSecretStore } from '../services/secrets/file-secret-store.js';
import type { HostUnderTest } from './host-under-test.js';

/** The handlers alone, from the sources: what the other hosts are measured against. */
export async function startDirectHost(dataFolder: string): Promise<HostUnderTest> {
  const report = (): void => undefined;
  const services = await createServices({
    dataFolder,
    secrets: fileSecretStore(dataFolder),
    clock: { now: () => Date.now() },
    network: { isUp: () => false },
    report,
    info: { version: '0.0.0', host: 'web', platform: process.platform, userName: 'tester' },
    openInBrowser: async () => false,
    clearStore: async () => undefined,
    onWaiting: () => undefined,
  });
  return {
    // What a border does to a value, too: nothing but data comes through.
    invoke: async (channel, input) => structuredClone(await dispatch(services.handlers, channel, input, report)),
    fetch: async (path, init) =>
      (await services.lane(new Request(new URL(path, 'http://host/'), init))) ?? new Response(null, { status: 404 }),
    close: () => services.close(),
  };
}
