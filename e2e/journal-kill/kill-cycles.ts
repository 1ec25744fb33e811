import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { seededRandom } from '../../electron/services/testing/seeded-random.js';
import { judge, type Told } from './judge.js';

/** After so many saved change sets the next cycle begins with an empty folder: first starts are killed as well. */
const RENEW_AFTER = 200;

export interface KillRun {
  readonly cycles: number;
  readonly saved: number;
  readonly files: number;
  /** Killed before the writer could say anything. */
  readonly killedWhileOpening: number;
  /** Saved on disk, but killed before it could be said. */
  readonly savedUntold: number;
}

/**
 * Starts the writer, kills it with SIGKILL at a random moment and judges what is there; again and again over the same
 * folder. Throws at the first thing that was said to be saved and is not there as it was.
 */
export async function runKillCycles(cycles: number, seed: number): Promise<KillRun> {
  const random = seededRandom(seed);
  const program = await buildWriter();
  let folder = await newFolder();
  let told: Told = { device: null, saved: new Map(), files: new Map() };
  const run = { cycles, saved: 0, files: 0, killedWhileOpening: 0, savedUntold: 0 };
  for (let cycle = 0; cycle < cycles; cycle++) {
    const before = told.saved.size;
    const opened = await killOnce(program, folder, random, told);
    if (!opened) run.killedWhileOpening++;
    const copy = await newFolder();
    await cp(folder, copy, { recursive: true });
    run.savedUntold += await judge(copy, told);
    await rm(copy, { recursive: true });
    run.saved += told.saved.size - before;
    if (told.saved.size < RENEW_AFTER) continue;
    run.files += told.files.size;
    await rm(folder, { recursive: true });
    folder = await newFolder();
    told = { device: null, saved: new Map(), files: new Map() };
  }
  run.files += told.files.size;
  await rm(folder, { recursive: true });
  await rm(program, { force: true });
  return run;
}

async function newFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'fairdesk-kill-'));
}

/** One file, so that the writer starts fast enough to be killed often. */
async function buildWriter(): Promise<string> {
  const outDir = await newFolder();
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, 'writer.ts'), outDir, target: 'node20', minify: false },
  });
  return join(outDir, 'writer.js');
}

/** Answers whether the writer came as far as opening its folder. */
async function killOnce(program: string, folder: string, random: () => number, told: Told): Promise<boolean> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const early = random() < 0.25;
  if (early) void killAfter(child, random() * 150);
  let left = 1 + Math.floor(random() * 40);
  let opened = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const [what, first = '', second = ''] = line.split(' ');
    if (what === 'open') {
      opened = true;
      told.device ??= first;
      if (told.device !== first) throw new Error('The device took another name');
    }
    if (what === 'file') told.files.set(Number(first), second);
    if (what === 'saved') told.saved.set(Number(first), Number(second));
    if (what === 'saved' && --left === 0) void killAfter(child, random() * 3);
  }
  await ended;
  if (child.signalCode !== 'SIGKILL') throw new Error(`The writer ended by itself with ${child.exitCode}`);
  return opened;
}

async function killAfter(child: ChildProcess, milliseconds: number): Promise<void> {
  await pause(milliseconds);
  child.kill('SIGKILL');
}
