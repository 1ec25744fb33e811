import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runNode } from './program.js';

const PACKAGE = path.join(ROOT, 'node_modules', 'electron');
/** Longer than a slow hall's network needs to answer, shorter than a person's patience. */
const ANSWER_WITHIN_MS = 6000;

/** Electron's program where it was downloaded before; null where it was not. Never downloads. */
export function electronBinary(): string | null {
  const named = path.join(PACKAGE, 'path.txt');
  if (!existsSync(named)) return null;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(PACKAGE, 'dist');
  const binary = path.join(folder, readFileSync(named, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Downloads Electron's program with its own installer, if its server answers at all. Null when it cannot be had. */
export async function downloadElectron(): Promise<string | null> {
  const server = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/';
  try {
    await fetch(server, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  } catch {
    return null;
  }
  process.stdout.write('Downloading Electron (once, about 120 MB)…\n');
  const { code } = await runNode(path.join(PACKAGE, 'install.js'), []);
  return code === 0 ? electronBinary() : null;
}
