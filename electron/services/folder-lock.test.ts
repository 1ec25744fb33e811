import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.js';

describe('the lock of a data folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is given once, tells the holder of the second start, and is free again when released', async () => {
    const knocked = new Promise<void>((resolve) => {
      void lockFolder(folder, resolve).then(async (first) => {
        expect(first).not.toBeNull();
        expect(await lockFolder(folder, () => undefined)).toBeNull();
        await first?.release();
      });
    });
    await knocked;
    await expect.poll(() => lockFolder(folder, () => undefined)).not.toBeNull();
  });

  it('does not outlive a process that was killed', async () => {
    const script = `
      const { lockFolder } = await import(${JSON.stringify(new URL('folder-lock.ts', import.meta.url).href)});
      console.log((await lockFolder(${JSON.stringify(folder)}, () => {})) === null ? 'refused' : 'held');
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
    const [said] = (await once(holder.stdout, 'data')) as [Buffer];
    expect(said.toString().trim()).toBe('held');
    expect(await lockFolder(folder, () => undefined)).toBeNull();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = await lockFolder(folder, () => undefined);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  it('keeps folders apart', async () => {
    const [one, other] = await Promise.all(
      ['one', 'other'].map((name) => lockFolder(path.join(folder, name), () => undefined)),
    );
    expect(one).not.toBeNull();
    expect(other).not.toBeNull();
    await Promise.all([one?.release(), other?.release()]);
  });
});
