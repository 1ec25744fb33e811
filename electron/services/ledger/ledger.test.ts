import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Disk } from '../disk/disk.js';
import { nodeDisk } from '../disk/node-disk.js';
import { Ledger } from './ledger.js';

const SENT = { state: 'sent', reply: '250' } as const;

async function newPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'ledger-')), 'ledger');
}

const opened: Ledger[] = [];
afterEach(async () => {
  for (const ledger of opened.splice(0)) await ledger.close();
});

async function open(path: string, disk?: Disk): Promise<{ ledger: Ledger; faults: unknown[] }> {
  const faults: unknown[] = [];
  const ledger = await Ledger.open(path, {
    seal: (bytes) => bytes,
    open: (bytes) => bytes,
    clock: { now: () => 1 },
    report: (error) => void faults.push(error),
    ...(disk === undefined ? {} : { disk }),
  });
  opened.push(ledger);
  return { ledger, faults };
}

/** The real disk until `full` is set. */
function fillingDisk(): Disk & { full: boolean } {
  const disk: Disk & { full: boolean } = {
    ...nodeDisk,
    full: false,
    open: async (path) => {
      const file = await nodeDisk.open(path);
      return {
        write: async (bytes, position) => {
          if (disk.full) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
          await file.write(bytes, position);
        },
        datasync: async () => {
          await file.datasync();
        },
        truncate: async (length) => {
          await file.truncate(length);
        },
        close: async () => {
          await file.close();
        },
      };
    },
  };
  return disk;
}

describe('the ledger', () => {
  it('keeps begun and settled over a restart; begun alone is uncertain', async () => {
    const path = await newPath();
    const { ledger } = await open(path);
    await ledger.begin('<a>');
    await ledger.begin('<b>');
    await ledger.settle('<b>', SENT);
    for (const one of [ledger, (await open(path)).ledger]) {
      expect(['<a>', '<b>', '<c>'].map((messageId) => one.lookUp(messageId))).toEqual([
        { state: 'uncertain', reply: '' },
        SENT,
        'none',
      ]);
    }
  });

  it.each([
    ['250 2.1.5 Ok <bo@example.com>', '250 2.1.5'],
    ['550-5.1.1 bo@example.com is\n550 5.1.1 nobody', '550 5.1.1'],
    ['250 Ok bo@example.com', '250'],
    ['554 5.7.1bo@example.com', '554'],
    ['bo@example.com did not answer', ''],
  ])('keeps of %j only the codes, in memory and on disk', async (reply, codes) => {
    const path = await newPath();
    const { ledger } = await open(path);
    await ledger.begin('<a>');
    await ledger.settle('<a>', { state: 'failed', reason: 'mail/mailbox-unknown', reply });
    for (const one of [ledger, (await open(path)).ledger]) expect(one.lookUp('<a>')).toMatchObject({ reply: codes });
    expect((await readFile(path)).includes('bo@')).toBe(false);
  });

  it('says after a failed attempt that the next one was begun', async () => {
    const { ledger } = await open(await newPath());
    await ledger.begin('<a>');
    await ledger.settle('<a>', { state: 'deferred', scope: 'message', reason: 'mail/try-later', reply: '451' });
    await ledger.begin('<a>');
    expect(ledger.lookUp('<a>')).toEqual({ state: 'uncertain', reply: '' });
  });

  it('does not let a message begin when the disk is full, and forgets nothing it knows', async () => {
    const disk = fillingDisk();
    const { ledger } = await open(await newPath(), disk);
    await ledger.begin('<a>');
    disk.full = true;
    expect(await ledger.begin('<b>')).toMatchObject({ ok: false, code: 'journal/disk-full' });
    expect(ledger.lookUp('<b>')).toBe('none');
    expect(await ledger.settle('<a>', SENT)).toMatchObject({ ok: false });
    expect(ledger.lookUp('<a>')).toEqual(SENT);
  });

  it('with a frame that can no longer be read takes what it does not know for uncertain', async () => {
    const path = await newPath();
    const first = await open(path);
    await first.ledger.begin('<lost>');
    await first.ledger.settle('<other>', SENT);
    await first.ledger.close();
    const bytes = await readFile(path);
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const { ledger, faults } = await open(path);
    expect(faults).toHaveLength(1);
    expect(ledger.lookUpInterrupted('<lost>')).toEqual({ state: 'uncertain', reply: '' });
    expect(ledger.lookUpInterrupted('<other>')).toEqual(SENT);
    expect(ledger.lookUp('<new>')).toBe('none');
  });
});
