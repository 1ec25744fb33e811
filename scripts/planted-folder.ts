import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './program.js';

/** A new folder with copies of some of our files, in which violations are planted; whoever makes it removes it. */
export function plantedFolder(...copied: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-nets-'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  for (const file of copied) cpSync(path.join(ROOT, file), path.join(folder, file));
  return folder;
}

/** Writes a file of a planted folder, with the folders above it. */
export function plant(folder: string, file: string, source: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), source);
}
