import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programOf, ROOT, runNode } from './program.js';

const require = createRequire(import.meta.url);

/** Where Electron's binaries keep their switches: this text, a version, a length, then one character for each. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron's defaults, in its own order. */
const FACTORY_FUSES = '101100011';

describe('the configuration of the package', () => {
  it('is valid, by electron-builder’s own schema', async () => {
    const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
      getConfig(folder: string, file: null, rest: null): Promise<object>;
      validateConfiguration(config: object, logger: object): Promise<void>;
    };
    const { DebugLogger } = require('builder-util') as { DebugLogger: new (on: boolean) => object };
    const validate = (config: object): Promise<void> => validateConfiguration(config, new DebugLogger(false));
    const config = await getConfig(ROOT, null, null);
    await expect(validate(config)).resolves.toBeUndefined();
    await expect(validate({ ...config, electronFusses: {} })).rejects.toThrow('electronFusses');
  });
});

/** Packs what `npm run build` left, around a folder that looks like Electron and runs nothing. */
describe('the package, in a rehearsal', () => {
  let folder = '';
  let packed = '';
  let files: readonly string[] = [];

  beforeAll(async () => {
    if (!existsSync(path.join(ROOT, 'out', 'renderer', 'index.html')))
      throw new Error('nothing is built: npm run build');
    folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-package-'));
    const electron = makeFakeElectron(path.join(folder, 'electron'));
    const output = path.join(folder, 'dist');
    const { code, output: said } = await runNode(programOf('electron-builder'), [
      '--linux',
      'dir',
      `-c.electronDist=${electron}`,
      `-c.directories.output=${output}`,
    ]);
    expect(code, said).toBe(0);
    packed = path.join(output, 'linux-unpacked');
    const { listPackage } = require('@electron/asar') as { listPackage(file: string, options: object): string[] };
    files = listPackage(path.join(packed, 'resources', 'app.asar'), { isPack: false }).map((file) =>
      file.split(path.sep).join('/'),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what runs', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/index.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
      ]),
    );
  });

  it('holds Typst, its native part as a file beside the archive, and no other package', () => {
    const packages = new Set(files.map((file) => /^\/node_modules\/(@[^/]+\/[^/]+|[^/@]+)/.exec(file)?.[1]));
    packages.delete(undefined);
    expect([...packages].every((name) => name?.startsWith('@myriaddreamin/typst-ts-node-compiler'))).toBe(true);
    const native = files.filter((file) => file.endsWith('.node'));
    expect(native).toHaveLength(1);
    expect(existsSync(path.join(packed, 'resources', 'app.asar.unpacked', ...native))).toBe(true);
  });

  it('holds nothing else: no web host, no sources, no tests', () => {
    const strange = files.filter(
      (file) =>
        !/^\/(package\.json|out|out\/(main|preload|renderer)(\/.*)?|node_modules(\/@myriaddreamin(\/.*)?)?)$/.test(
          file,
        ) || /\.map$|\.tsx?$|\.test\.|web-host/.test(file),
    );
    expect(strange).toEqual([]);
  });

  it('stays small', () => {
    const { size } = statSync(path.join(packed, 'resources', 'app.asar'));
    expect(size).toBeLessThan(30 * 1024 * 1024);
  });

  it('speaks the five languages in Chromium’s own words too, and carries no others', () => {
    expect(readdirSync(path.join(packed, 'locales')).sort()).toEqual(
      ['da', 'en-US', 'nb', 'nl', 'sv'].map((l) => `${l}.pak`),
    );
  });

  it('has every fuse as it was decided', () => {
    const binary = readFileSync(path.join(packed, 'fairdesk'), 'latin1');
    const at = binary.indexOf(FUSE_MARK) + FUSE_MARK.length + 2;
    // run as Node, cookie encryption, NODE_OPTIONS, --inspect, asar integrity, only from asar, V8 snapshot, file://, Wasm
    expect(binary.slice(at, at + FACTORY_FUSES.length)).toBe('010011001');
  });
});

function makeFakeElectron(folder: string): string {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  const fuses = String.fromCharCode(1, FACTORY_FUSES.length) + FACTORY_FUSES;
  writeFileSync(path.join(folder, 'electron'), Buffer.from(`fake ${FUSE_MARK}${fuses} end`, 'latin1'), { mode: 0o755 });
  for (const language of ['en-US', 'sv', 'da', 'nl', 'nb', 'fr', 'de'])
    writeFileSync(path.join(folder, 'locales', `${language}.pak`), language);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(path.join(folder, name), name);
  return folder;
}
