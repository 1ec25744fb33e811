import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeDisk } from '../electron/services/disk/node-disk.js';
import type { Received } from '../electron/services/journal/housekeeping.js';
import type { Services } from '../electron/services/services.js';
import { fakeSecretStore } from '../electron/services/testing/make-ports.js';
import { openStorage } from '../electron/services/testing/open-storage.js';
import type { ChangeSet } from '../shared/changes/change-set.js';
import { timed, type Line } from './line.js';
import { rawAppend } from './raw-append.js';

/** As many as one page of a first load becomes. */
const AT_ONCE = 8;

/** What a laptop that joined does until everything is in its journal; beside that journal alone, and beside the bare disk. */
export async function measureFirstLoad(services: Services, records: number): Promise<readonly Line[]> {
  const ours = await timed(() => exchangeAll(services));
  const { journal, raw } = await appendAgain(await readJournal(services));
  const what = `a laptop loads ${records.toLocaleString('en')} records at first`;
  return [
    { what, ours, limit: journal, against: 'the journal alone, the same change sets' },
    { what: '  the same', ours, limit: raw, against: 'raw appends of the same bytes, fdatasync' },
  ];
}

/** Rounds with the server until neither side has anything left. */
export async function exchangeAll({ handlers }: Services): Promise<void> {
  for (;;) {
    const answer = await handlers['sync.exchange'](null);
    if (!answer.ok) throw new Error(`${answer.code} ${answer.detail ?? ''}`);
    if (!answer.value.more) return;
  }
}

async function readJournal({ handlers }: Services): Promise<readonly ChangeSet[]> {
  const all: ChangeSet[] = [];
  for (let after = 0; ;) {
    const page = await handlers['journal.read']({ after, limit: 1000 });
    if (!page.ok) throw new Error(page.code);
    const last = page.value.entries.at(-1);
    if (last === undefined) return all;
    all.push(...page.value.entries.flatMap(({ changeSet }) => changeSet ?? []));
    after = last.seq;
  }
}

async function appendAgain(changeSets: readonly ChangeSet[]): Promise<{ journal: number; raw: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairdesk-bench-journal-'));
  const storage = await openStorage(nodeDisk, fakeSecretStore(), { dataFolder: folder });
  const pages: Received[][] = [];
  for (let at = 0; at < changeSets.length; at += AT_ONCE)
    pages.push(changeSets.slice(at, at + AT_ONCE).map(unnumbered));
  const ms = await timed(async () => {
    for (const page of pages) {
      const received = await storage.journal.receive(page, { sentTo: 0 });
      if (!received.ok) throw new Error(received.code);
    }
  });
  await storage.close();
  const bytes = await sizeOf(path.join(folder, 'journal'));
  const raw = pages.length * (await rawAppend(folder, pages.length, Math.round(bytes / pages.length)));
  await rm(folder, { recursive: true });
  return { journal: ms, raw };
}

/** As the exchange hands over what the server told. */
function unnumbered({ stamp, at, by, actionId, action, changes }: ChangeSet): Received {
  return { stamp, at, by, actionId, action, changes };
}

async function sizeOf(folder: string): Promise<number> {
  const names = await nodeDisk.list(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
