import { spawn } from 'node:child_process';
import { mkdir, readlink, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../services/disk/error-code.js';

/** What Chromium must not do: speak with its makers, keep what is typed, ask questions at its first start. */
export const PROFILE_ARGUMENTS: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-extensions',
  '--disable-quic',
  '--no-proxy-server',
  '--password-store=basic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-features=Translate,AutofillServerCommunication,OptimizationHints,MediaRouter,DialMediaRouteProvider',
];

/** Chromium keeps typed names in its profile unless it is told not to. */
const PROFILE_PREFERENCES = {
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  browser: { enable_spellchecking: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  search: { suggest_enabled: false },
  translate: { enabled: false },
};

/** Makes the browser's own profile inside the data folder, with what it may not keep switched off from its first start. */
export async function prepareProfile(dataFolder: string): Promise<string> {
  const profile = path.join(dataFolder, 'browser-profile');
  await mkdir(path.join(profile, 'Default'), { recursive: true, mode: 0o700 });
  try {
    await writeFile(path.join(profile, 'Default', 'Preferences'), JSON.stringify(PROFILE_PREFERENCES), { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error; // Chromium's own by now, and it keeps ours
  }
  return profile;
}

/**
 * Opens a window without tabs or address bar, and waits until the browser of this profile has ended; false when it ended
 * with a fault, as it does where there is no screen. Throws when it could not be started. One that runs already (its host was killed) takes the address over, and the new process ends at once: then the
 * old one is waited for.
 */
export async function openAppWindow(
  browser: string,
  address: string,
  profile: string,
  further: readonly string[] = [],
): Promise<boolean> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium refuses to run as root with its sandbox
  const child = spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--window-size=1366,768',
      ...PROFILE_ARGUMENTS,
      ...sandbox,
      ...further,
    ],
    { stdio: 'ignore' },
  );
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  while (await isInUse(profile)) await sleep(500);
  return code === 0 || code === null;
}

/** Chromium's own mark on a profile: a link that names host and process, on Windows a file that only its holder may touch. */
async function isInUse(profile: string): Promise<boolean> {
  try {
    if (process.platform === 'win32') {
      await rm(path.join(profile, 'lockfile'), { force: true });
      return false;
    }
    const holder = Number((await readlink(path.join(profile, 'SingletonLock'))).split('-').at(-1));
    return process.kill(holder, 0);
  } catch (error) {
    return ['EBUSY', 'EPERM'].includes(errorCode(error));
  }
}
