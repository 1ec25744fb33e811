import { spawn } from 'node:child_process';
import { findInstalledBrowser, type BrowserSearch } from './installed-browser.js';

/** What each system opens an address with; none of them is a shell, so nothing in the address is read as a command. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/**
 * Opens an https address in the browser that the person uses, with its own profile: by the system's opener, else by an
 * installed Chromium, Chrome or Edge. False when nothing could be started, or the address is no page of the web.
 */
export async function openOutside(address: string, search: BrowserSearch): Promise<boolean> {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') return false;
  const opener = OPENERS[search.platform];
  if (opener !== undefined && (await starts([...opener, address]))) return true;
  const browser = findInstalledBrowser(search);
  return browser !== null && (await starts([browser, address]));
}

/** Whether the program began, and did not end with a fault at once, as an opener does that knows no browser. */
async function starts([program = '', ...further]: readonly string[]): Promise<boolean> {
  const child = spawn(program, further, { stdio: 'ignore', detached: true });
  const began = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(resolve, SETTLED, true);
    const end = (good: boolean): void => {
      clearTimeout(timer);
      resolve(good);
    };
    child.once('error', () => {
      end(false);
    });
    child.once('exit', (code) => {
      end(code === 0);
    });
  });
  child.unref();
  return began;
}

/** Milliseconds after which a program that still runs is the browser itself. */
const SETTLED = 3_000;
