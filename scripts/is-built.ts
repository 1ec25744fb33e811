import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './program.js';

const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'build',
  'electron.vite.config.ts',
  'vite.web-host.config.ts',
  'package-lock.json',
];
const RESULTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html', 'out/web-host/index.js'];

/** Whether everything was built after the last change to a source. */
export function isBuilt(): boolean {
  const results = RESULTS.map((file) => path.join(ROOT, file));
  if (!results.every((file) => existsSync(file))) return false;
  const built = Math.min(...results.map(changedAt));
  return SOURCES.every((source) => newestIn(path.join(ROOT, source)) < built);
}

function newestIn(source: string): number {
  if (!existsSync(source)) return 0;
  if (!statSync(source).isDirectory()) return changedAt(source);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return Math.max(0, ...files.map((file) => changedAt(path.join(source, file))));
}

function changedAt(file: string): number {
  return statSync(file).mtimeMs;
}
