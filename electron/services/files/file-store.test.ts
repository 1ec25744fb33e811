import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../disk/node-disk.js';
import { DossierKeys } from '../keyring/dossier-keys.js';
import { idOf } from '../testing/make-change-set.js';
import { makePdf } from '../testing/make-pdf.js';
import { JPEG, makeDocx, makeZip, PNG } from '../testing/sample-files.js';
import { FileStore, MAX_FILE_BYTES } from './file-store.js';

const DAY = 86_400_000;
const DOSSIER = idOf(1);
let folder: string;
let time: number;
let dossiers: DossierKeys;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  time = Date.now();
  await nodeDisk.makeFolder(join(folder, 'keys'));
  dossiers = await DossierKeys.open(nodeDisk, join(folder, 'keys'), new Uint8Array(32).fill(7));
});

afterEach(async () => {
  await dossiers.close();
});

function start(): FileStore {
  const clock = { now: () => time };
  return new FileStore({ disk: nodeDisk, folder: join(folder, 'files'), dossiers, commonKey: randomBytes(32), clock });
}

function pathOf(id: string): string {
  return join(folder, 'files', id.slice(0, 2), id);
}

async function put(files: FileStore, dossier: string | null = DOSSIER): Promise<string> {
  const stored = await files.put(PNG, 'photo.png', dossier);
  if (!stored.ok) throw new Error(stored.code);
  return stored.value.fileId;
}

async function age(id: string, ms: number): Promise<void> {
  await utimes(pathOf(id), (time - ms) / 1000, (time - ms) / 1000);
}

describe('a file', () => {
  it('of each kind that is taken comes back whole, under a safe name', async () => {
    const files = start();
    for (const [bytes, given, name, mediaType] of [
      [await makePdf(), '../CV.PDF', 'CV.PDF', 'application/pdf'],
      [makeDocx(), 'CV.docx', 'CV.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      [JPEG, 'photo.jpeg', 'photo.jpeg', 'image/jpeg'],
      [PNG, 'pasted', 'pasted.png', 'image/png'],
    ] as const) {
      const stored = await files.put(bytes, given, DOSSIER);
      expect(stored).toMatchObject({ ok: true, value: { name, mediaType, size: bytes.length } });
      const opened = stored.ok ? await start().get(stored.value.fileId) : stored;
      expect(opened).toMatchObject({ ok: true, value: { name, mediaType } });
      if (opened.ok) expect(Buffer.from(opened.value.bytes)).toEqual(Buffer.from(bytes));
    }
  });

  it.each([
    ['empty', 'CV.pdf', Buffer.alloc(0), 'file/empty'],
    ['longer than 10 MB', 'CV.pdf', Buffer.alloc(MAX_FILE_BYTES + 1), 'file/too-large'],
    ['of a kind that is not taken', 'page.html', Buffer.from('<html>'), 'file/unknown-type'],
    ['a program called a CV', 'CV.pdf', Buffer.from('MZ\x90\0\x03'), 'file/not-what-its-name-says'],
    ['a picture called a CV', 'CV.pdf', PNG, 'file/not-what-its-name-says'],
    ['an archive called a document', 'CV.docx', makeZip({ 'a.txt': 'a' }), 'file/not-what-its-name-says'],
    ['a document called something else', 'CV.doc', makeDocx(), 'file/not-what-its-name-says'],
    ['an archive that breaks off', 'CV.docx', makeDocx().subarray(0, 60), 'file/not-what-its-name-says'],
  ])('%s is refused', async (_what, name, bytes, code) => {
    expect(await start().put(bytes, name, DOSSIER)).toEqual({ ok: false, code });
    await expect(readdir(join(folder, 'files'))).rejects.toThrow();
  });

  it('says nothing of what is in it on the disk', async () => {
    const id = await put(start());
    const bytes = await readFile(pathOf(id));
    expect(bytes.includes(PNG.subarray(0, 16))).toBe(false);
    expect(bytes.includes('photo')).toBe(false);
  });

  it('with any byte changed, or under another id, is damaged, never something else', async () => {
    const files = start();
    const id = await put(files);
    const good = await readFile(pathOf(id));
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(pathOf(id), bad);
      expect(await files.get(id), `byte ${at}`).toEqual({ ok: false, code: 'file/damaged' });
    }
    const other = await put(files);
    await writeFile(pathOf(other), good);
    expect(await files.get(other)).toEqual({ ok: false, code: 'file/damaged' });
    await writeFile(pathOf(id), good.subarray(0, good.length - 1));
    expect(await files.get(id)).toEqual({ ok: false, code: 'file/damaged' });
  });

  it('that is not there is not found', async () => {
    expect(await start().get(idOf(9))).toEqual({ ok: false, code: 'file/not-found' });
    expect(await start().get('../../etc/passwd')).toEqual({ ok: false, code: 'file/not-found' });
  });

  it('of an erased dossier is dead at once and gone after', async () => {
    const files = start();
    const [mine, other] = [await put(files), await put(files, idOf(2))];
    await dossiers.drop([DOSSIER]);
    expect(await files.get(mine)).toEqual({ ok: false, code: 'keyring/erased' });
    await files.removeErased([DOSSIER]);
    expect(await files.get(mine)).toEqual({ ok: false, code: 'file/not-found' });
    expect(await files.get(other)).toMatchObject({ ok: true });
    expect(await files.put(PNG, 'photo.png', DOSSIER)).toEqual({ ok: false, code: 'keyring/erased' });
  });
});

describe('removing what is erased', () => {
  it('does not stumble over a file that is being written beside it and has its name by then', async () => {
    const files = start();
    const mine = await put(files);
    const unfinished = join(folder, 'files', mine.slice(0, 2), '.tmp-x-0');
    await symlink(join(folder, 'renamed-meanwhile'), unfinished); // listed, and gone when it is opened
    await dossiers.drop([DOSSIER]);
    await files.removeErased([DOSSIER]);
    expect(await files.get(mine)).toEqual({ ok: false, code: 'file/not-found' });
  });
});

describe('the sweep', () => {
  it('takes what nothing names and is older than a day, and nothing else', async () => {
    const files = start();
    const [named, orphan, young] = [await put(files), await put(files, null), await put(files)];
    for (const id of [named, orphan]) await age(id, 2 * DAY);
    expect(await files.sweep([named])).toBe(0); // stored since the start: somebody may still be typing
    const later = start();
    expect(await later.sweep([named])).toBe(1);
    expect(await readdir(join(folder, 'files', 'swept'))).toEqual([expect.stringContaining(orphan)]);
    for (const id of [named, young]) expect(await later.get(id)).toMatchObject({ ok: true });
  });

  it('that was told too little does no harm: what is asked for within a week is there', async () => {
    const id = await put(start());
    await age(id, 2 * DAY);
    const files = start();
    expect(await files.sweep([])).toBe(1);
    expect(await files.get(id)).toMatchObject({ ok: true });
    expect(await files.sweep([id])).toBe(0);
  });

  it('removes for good what has been aside for a week', async () => {
    const id = await put(start());
    await age(id, 2 * DAY);
    const files = start();
    await files.sweep([]);
    time += 8 * DAY;
    await files.sweep([]);
    expect(await files.get(id)).toEqual({ ok: false, code: 'file/not-found' });
  });

  it('removes what a killed program left unfinished', async () => {
    const id = await put(start());
    const unfinished = join(folder, 'files', id.slice(0, 2), '.tmp-x-0');
    await writeFile(unfinished, 'half');
    await utimes(unfinished, (time - 2 * DAY) / 1000, (time - 2 * DAY) / 1000);
    await start().sweep([id]);
    expect(await readdir(join(folder, 'files', id.slice(0, 2)))).toEqual([id]);
  });
});
