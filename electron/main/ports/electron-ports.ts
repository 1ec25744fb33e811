import { networkInterfaces, userInfo } from 'node:os';
import { app, net, session } from 'electron';
import { faultLine } from '../../services/fault-line.js';
import { isNetworkUp } from '../../services/network-up.js';
import type { Ports } from '../../services/ports.js';
import { openInBrowser } from '../external-links.js';
import { chooseSecretStore } from './keychain-secret-store.js';

/** What the services get from Electron and this machine. After `ready` only. */
export async function electronPorts(folder: string, onWaiting: Ports['onWaiting']): Promise<Ports> {
  return {
    dataFolder: folder,
    secrets: await chooseSecretStore(folder),
    clock: { now: () => Date.now() },
    network: { isUp: () => net.isOnline() && isNetworkUp(networkInterfaces()) },
    report: (where, error) => process.stderr.write(`${faultLine(where, error)}\n`),
    info: { version: app.getVersion(), host: 'electron', platform: process.platform, userName: userInfo().username },
    openInBrowser,
    clearStore: () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
    onWaiting,
  };
}
