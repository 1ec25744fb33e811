import { describe, expect, it } from 'vitest';
import { findInstalledBrowser, type BrowserSearch } from './installed-browser.js';

function machine(files: readonly string[], rest: Partial<BrowserSearch> = {}): BrowserSearch {
  return { environment: { PATH: '/bin:/usr/bin' }, platform: 'linux', exists: (file) => files.includes(file), ...rest };
}

describe('the installed browser', () => {
  it('is the one that a variable names', () => {
    const environment = { FAIRDESK_BROWSER: '/opt/b', CHROMIUM_PATH: '/opt/c' };
    expect(findInstalledBrowser(machine(['/usr/bin/chromium', '/opt/b', '/opt/c'], { environment }))).toBe('/opt/b');
  });

  it('is never exchanged for another when the variable is wrong', () => {
    const search = machine(['/usr/bin/chromium'], { environment: { CHROMIUM_PATH: '/opt/gone' } });
    expect(() => findInstalledBrowser(search)).toThrow('CHROMIUM_PATH names /opt/gone, and nothing is there.');
  });

  it.each([
    ['linux', {}, '/usr/bin/google-chrome'],
    ['linux', {}, '/snap/bin/chromium'],
    ['darwin', { HOME: '/Users/kim' }, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['darwin', { HOME: '/Users/kim' }, '/Users/kim/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    [
      'win32',
      { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ] as const)('is found on %s', (platform, environment, file) => {
    expect(findInstalledBrowser(machine([file], { platform, environment }))).toBe(file);
  });

  it('is null where there is none', () => {
    expect(findInstalledBrowser(machine([]))).toBeNull();
  });
});
