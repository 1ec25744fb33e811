import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder of the repository. */
export const ROOT = path.resolve(import.meta.dirname, '..');

export interface Outcome {
  readonly code: number;
  /** Standard output and errors, in the order in which they came. */
  readonly output: string;
}

export interface HowToRun {
  /** Also shown while it runs. */
  readonly shown?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it runs; the repository's folder unless said otherwise. */
  readonly folder?: string;
}

/**
 * The script behind a package's command. Started with this very Node it needs no shell, on Windows neither, and ends when it
 * is told to: a kill of `npx` leaves the child alive.
 */
export function programOf(packageName: string, command = packageName): string {
  // Read from the folder: not every package exports its manifest.
  const manifest = path.join(ROOT, 'node_modules', packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return path.join(path.dirname(manifest), file);
}

/** Runs a Node program. Never throws for a program that fails: its code says so. */
export function runNode(script: string, args: readonly string[], how: HowToRun = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: how.folder ?? ROOT,
      env: { ...process.env, ...how.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (stream: NodeJS.WriteStream) => (part: string) => {
      output += part;
      if (how.shown === true) stream.write(part);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Whether a module is the program that was started, and not one that another imports. */
export function startedAs(moduleUrl: string): boolean {
  return moduleUrl === pathToFileURL(process.argv[1] ?? '').href;
}
