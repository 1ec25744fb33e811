import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** A disk of its own that can be filled to the last byte, and emptied again. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it, and keeps it full: what a browser or a draft gives back is taken at once. */
  fill(): void;
  makeRoom(): void;
  remove(): void;
}

/** Mounts a real, small file system at a folder; null where this account may not. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes.toString()}m`, 'fairdesk', folder], {
      stdio: 'ignore',
    });
  } catch {
    return null;
  }
  const ballast = path.join(folder, 'ballast');
  let keeping: NodeJS.Timeout | undefined;
  return {
    folder,
    fill() {
      topUp(ballast);
      keeping = setInterval(() => topUp(ballast), 5);
    },
    makeRoom() {
      clearInterval(keeping);
      rmSync(ballast);
    },
    remove() {
      clearInterval(keeping);
      execFileSync('umount', ['--lazy', folder]);
    },
  };
}

function topUp(ballast: string): void {
  const piece = Buffer.alloc(4096);
  try {
    for (;;) appendFileSync(ballast, piece); // others write here too: only the refusal says that it is full
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
