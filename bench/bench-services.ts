import { createServices } from '../electron/services/create-services.js';
import { fileSecretStore } from '../electron/services/secrets/file-secret-store.js';
import type { Services } from '../electron/services/services.js';

/** A laptop's services over a folder of their own; a fault ends the bench. */
export async function openServices(folder: string, online = false): Promise<Services> {
  return await createServices({
    dataFolder: folder,
    secrets: fileSecretStore(folder),
    clock: { now: () => Date.now() },
    network: { isUp: () => online },
    report: (where, error) => {
      throw new Error(where, { cause: error });
    },
    info: { version: 'bench', host: 'web', platform: process.platform, userName: 'bench' },
    openInBrowser: async () => false,
    clearStore: async () => undefined,
    onWaiting: () => undefined,
  });
}
