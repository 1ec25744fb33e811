import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOutside } from './open-outside.js';

const ADDRESS = 'https://login.example.com/authorize?a=1&b=$(touch+x);touch+x';
const PATH = process.env['PATH'];
let folder = '';

/** A program that writes down what it was started with. */
function install(name: string, code: number): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > "${file}.told"\nexit ${code.toString()}\n`);
  chmodSync(file, 0o700);
  return file;
}

const told = (file: string): string | null =>
  existsSync(`${file}.told`) ? readFileSync(`${file}.told`, 'utf8') : null;
const search = (browser?: string) => ({
  environment: browser === undefined ? {} : { FAIRDESK_BROWSER: browser },
  platform: 'linux' as const,
  exists: existsSync,
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-open-'));
  process.env['PATH'] = folder;
});
afterEach(() => {
  process.env['PATH'] = PATH;
});

it('hands the address to the system’s opener as it is, through no shell', async () => {
  const opener = install('xdg-open', 0);
  expect(await openOutside(ADDRESS, search())).toBe(true);
  expect(told(opener)).toBe(`${ADDRESS}\n`);
});

it('takes an installed browser where the opener knows none or is missing', async () => {
  const browser = install('a-browser', 0);
  expect(await openOutside(ADDRESS, search(browser))).toBe(true);
  expect(told(browser)).toBe(`${ADDRESS}\n`);
  install('xdg-open', 3);
  expect(await openOutside(ADDRESS, search(install('other-browser', 1)))).toBe(false);
});

it.each(['http://login.example.com/', 'file:///etc/passwd', 'javascript:alert(1)', '--version'])(
  'opens nothing but a page of the web: %s',
  async (address) => {
    const opener = install('xdg-open', 0);
    expect(await openOutside(address, search())).toBe(false);
    expect(told(opener)).toBeNull();
  },
);
