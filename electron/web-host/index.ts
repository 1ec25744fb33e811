import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir, networkInterfaces, userInfo } from 'node:os';
import path from 'node:path';
import { createServices } from '../services/create-services.js';
import { dataFolder } from '../services/data-folder.js';
import { faultLine } from '../services/fault-line.js';
import { lockFolder } from '../services/folder-lock.js';
import { keepCertificateChecks } from '../services/keep-certificate-checks.js';
import { isNetworkUp } from '../services/network-up.js';
import type { Ports } from '../services/ports.js';
import { fileSecretStore, RootIsInKeychainError } from '../services/secrets/file-secret-store.js';
import { createWebContent } from '../services/web-content/create-web-content.js';
import { openAppWindow, prepareProfile } from './browser-window.js';
import { openOutside } from './open-outside.js';
import { findInstalledBrowser, thisMachine } from './installed-browser.js';
import { chosenPort, openOnKeptPort } from './port.js';
import { openServer, type WebHostServer } from './server.js';

/** The folder `out/`, in which this file lies built. */
const BUILT = path.resolve(import.meta.dirname, '..');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Serves the program to a browser of this machine until the window closes or the process is told to end. */
async function run(): Promise<void> {
  keepCertificateChecks(process.env);
  const folder = dataFolder(process.env, process.platform, homedir());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let onKnock = (): void => undefined;
  const lock = await lockFolder(folder, () => onKnock());
  if (lock === null) throw new Error('Fairdesk is open already with this data folder.');

  let waiting = 0;
  const ports = webHostPorts(folder, (messages) => {
    waiting = messages;
  });
  await ports.secrets.load(); // a key that lies elsewhere is said here, before anything is made
  const services = await createServices(ports);
  const content = createWebContent({ folder: path.join(BUILT, 'renderer'), lane: (request) => services.lane(request) });
  const open = (port: number): Promise<WebHostServer> => openServer(port, services, content, ports.report);
  const port = chosenPort(process.env);
  const server = port === null ? await openOnKeptPort(folder, open, say) : await open(port);

  const close = once(async () => {
    await server.close();
    await services.close();
    await lock.release();
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void close().then(() => process.exit(0)));

  say(`Fairdesk is open at ${server.origin}/?token=${server.access.token}`);
  const openWindow = windowOpener(folder, server);
  if (openWindow === null) return;
  onKnock = () => void openWindow();
  if (!(await openWindow())) {
    say('The browser could not open a window here: open the address in a browser of your own.');
    return;
  }
  if (waiting > 0) say(`${waiting} waiting message(s) will be sent when Fairdesk is open again.`);
  await close();
}

function webHostPorts(folder: string, onWaiting: Ports['onWaiting']): Ports {
  const manifest = path.resolve(BUILT, '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return {
    dataFolder: folder,
    secrets: fileSecretStore(folder),
    clock: { now: () => Date.now() },
    network: { isUp: () => isNetworkUp(networkInterfaces()) },
    report: (where, error) => process.stderr.write(`${faultLine(where, error)}\n`),
    info: { version, host: 'web', platform: process.platform, userName: userInfo().username },
    openInBrowser,
    clearStore: async () => undefined, // the browser does it, told by a header of the answer
    onWaiting,
  };
}

/** The window of the program reaches nothing but the program; a page of the web belongs into the person's own browser. */
async function openInBrowser(address: string): Promise<boolean> {
  if (isHeadless()) {
    say(`To sign in, open this address in a browser of this machine:\n${address}`);
    return true;
  }
  return await openOutside(address, thisMachine());
}

/** Null when nothing is to be opened: asked for by the environment, or no browser is installed. */
function windowOpener(folder: string, server: WebHostServer): (() => Promise<boolean>) | null {
  if (isHeadless()) return null;
  const browser = findInstalledBrowser(thisMachine());
  if (browser === null) {
    say('No Chromium, Chrome or Edge was found: open the address in a browser of your own.');
    return null;
  }
  return async () => {
    const profile = await prepareProfile(folder);
    const further = (process.env['FAIRDESK_BROWSER_ARGUMENTS'] ?? '').split(' ').filter((argument) => argument !== '');
    return await openAppWindow(browser, `${server.origin}/?token=${server.access.newTicket()}`, profile, further);
  };
}

function isHeadless(): boolean {
  return isOn(process.env['CI']) || isOn(process.env['FAIRDESK_NO_OPEN']);
}

function isOn(value: string | undefined): boolean {
  return !['', '0', 'false'].includes(value ?? '');
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

run().catch((error: unknown) => {
  if (error instanceof RootIsInKeychainError)
    say('These data belong to the Electron application. Start that, or name another folder with FAIRDESK_DATA.');
  else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.stderr.write(`${faultLine('start', error)}\n`);
  process.exit(1);
});
