import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where an installed browser may lie: the environment and the platform, as arguments so that tests can be anywhere. */
export interface BrowserSearch {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly exists: (file: string) => boolean;
}

/** Environment variables that decide when they are set. */
export const CHOOSING = ['FAIRDESK_BROWSER', 'CHROMIUM_PATH'] as const;

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_PROGRAMS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
] as const;

export function thisMachine(): BrowserSearch {
  return { environment: process.env, platform: process.platform, exists: existsSync };
}

/**
 * The program of an installed Chromium, Chrome or Edge. `FAIRDESK_BROWSER` or `CHROMIUM_PATH` decide when they are set:
 * a wrong one throws, because a browser chosen by hand must not be exchanged silently. Null when there is none.
 */
export function findInstalledBrowser(search: BrowserSearch): string | null {
  for (const variable of CHOOSING) {
    const chosen = search.environment[variable];
    if (chosen === undefined || chosen === '') continue;
    if (!search.exists(chosen)) throw new Error(`${variable} names ${chosen}, and nothing is there.`);
    return chosen;
  }
  return candidates(search).find((file) => search.exists(file)) ?? null;
}

function candidates({ environment, platform }: BrowserSearch): readonly string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return WINDOWS_PROGRAMS.flatMap((parts) => roots.map((root) => path.win32.join(root, ...parts)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', path.posix.join(environment['HOME'] ?? '/', 'Applications')];
    return MAC_PROGRAMS.flatMap((program) => roots.map((root) => path.posix.join(root, program)));
  }
  const folders = [
    ...(environment['PATH'] ?? '').split(':').filter((folder) => folder !== ''),
    '/usr/bin',
    '/snap/bin',
  ];
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}
