import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { CHOOSING, findInstalledBrowser, thisMachine } from '../electron/web-host/installed-browser.js';

/** Debian's package of Chromium without a window, and the name of its program. */
const HEADLESS_SHELL = 'chromium-headless-shell';
const HOW_TO_GET_ONE = 'No browser to test with. Type: npx playwright install --with-deps chromium';

/**
 * The Chromium that tests run in: chosen by variable, Chromium without a window's frame (a third less work for the machine),
 * installed on the system, or Playwright's own. Where there is none it installs one (Debian's package as root, else
 * Playwright's) and throws the one line to type when that fails too.
 */
export function findBrowser(): string {
  return lookForBrowser() ?? installBrowser();
}

/** Arguments for a browser that tests start: it speaks with nobody, and root needs it without its own sandbox. */
export function browserArguments(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

function lookForBrowser(): string | null {
  const machine = thisMachine();
  const shell = path.join('/usr/bin', HEADLESS_SHELL);
  const chosen = CHOOSING.some((variable) => (machine.environment[variable] ?? '') !== '');
  if (!chosen && machine.exists(shell)) return shell;
  const installed = findInstalledBrowser(machine);
  if (installed !== null) return installed;
  const ofPlaywright = chromium.executablePath();
  return existsSync(ofPlaywright) ? ofPlaywright : null;
}

function installBrowser(): string {
  const attempts: readonly (() => void)[] = [installDebianPackage, installPlaywrightBrowser];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
    const found = lookForBrowser();
    if (found !== null) return found;
  }
  throw new Error(HOW_TO_GET_ONE);
}

function installDebianPackage(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const quietly: ExecFileSyncOptions = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  process.stderr.write('No browser found: installing the Debian package chromium.\n');
  execFileSync('apt-get', ['update', '-qq'], quietly);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', HEADLESS_SHELL], quietly);
}

function installPlaywrightBrowser(): void {
  process.stderr.write('No browser found: asking Playwright for its own.\n');
  const command = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  execFileSync(command, ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
