import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change-set.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { TABLES } from '../../../shared/records/tables.js';
import { applicationCreate, personCreate, testId } from '../../../shared/testing/change-builders.js';
import { MAJA, TAKEN_BACK, WHOLE_DOSSIER } from '../../../shared/testing/whole-dossier.js';
import { openTestSession } from '../../testing/open-test-session.js';
import type { Session } from '../session.js';
import { EBBA, unwrap, VACANCY } from '../testing/suite-desk.js';
import { ExportManifest, type ExportProgress } from './export-everything.js';
import { ExportLine } from './export-line.js';
import type { ZipEntry } from '../../../shared/lib/zip/write-zip.js';
import { writeZip } from './write-zip.js';

async function desk(changes: readonly Change[] = WHOLE_DOSSIER): Promise<Session> {
  const session = await openTestSession(changes);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  return session;
}

interface Exported {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly lines: readonly ExportLine[];
  readonly manifest: ExportManifest;
  readonly progress: readonly ExportProgress[];
}

async function exported(entriesOf: (progress: ExportProgress[]) => AsyncIterable<ZipEntry>): Promise<Exported> {
  const progress: ExportProgress[] = [];
  const parts: Uint8Array[] = [];
  for await (const part of writeZip(entriesOf(progress), '2026-11-21')) parts.push(part);
  const files = unzipSync(Buffer.concat(parts));
  const lines = Object.entries(files)
    .filter(([name]) => name.startsWith('records/'))
    .flatMap(([, bytes]) => strFromU8(bytes).trimEnd().split('\n'))
    .map((line) => ExportLine.parse(JSON.parse(line)));
  const manifest = ExportManifest.parse(JSON.parse(strFromU8(files['fairdesk.json'] ?? new Uint8Array())));
  return { files, lines, manifest, progress };
}

const everything = (session: Session, withFiles = false) =>
  exported((progress) =>
    unwrap(
      session.readEverything({ withFiles, now: 5, onProgress: (one) => progress.push(one), onDone: () => undefined }),
    ),
  );

describe('an export of everything', () => {
  it('holds every record of every table with its fields, its events and what was taken back', async () => {
    const session = await desk();
    unwrap(await session.commit({ action: 'undo', changes: [TAKEN_BACK] }));
    const { lines, manifest, progress } = await everything(session);
    const created = WHOLE_DOSSIER.filter((change) => change.kind === 'create');
    expect(lines.map(({ id }) => id).sort()).toEqual(created.map(({ id }) => id).sort());
    for (const { table, id, dossier, fields } of created)
      expect(lines.find((line) => line.id === id)).toMatchObject({ table, dossier, fields });
    const happened = WHOLE_DOSSIER.flatMap((change) => (change.kind === 'event' ? [change.event] : []));
    const told = lines.flatMap(({ events, takenBack }) => [...events, ...takenBack].map(({ event }) => event));
    expect(told.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(happened.sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(lines.find(({ id }) => id === EBBA)?.takenBack).toHaveLength(1);
    expect(manifest.records).toMatchObject({ person: 2, panelReview: 1 });
    expect(progress.at(-1)).toEqual({ what: 'records', done: created.length, total: created.length });
  });

  it('is described: the page of the format names every table that there is', () => {
    const page = readFileSync('docs/export-format.md', 'utf8');
    for (const table of TABLES) expect(page, table).toContain(`\`${table}\``);
  });

  it('holds a table of tomorrow too, and nothing of whoever is erased', async () => {
    const session = await desk([
      ...WHOLE_DOSSIER,
      { kind: 'create', table: 'hologram', id: testId(700), dossier: null, fields: { of: 'the future' } },
    ]);
    unwrap(
      await session.erase({
        people: [EBBA],
        applications: new Set(),
        everywhere: new Set([EBBA]),
        today: '2026-11-21',
      }),
    );
    const { lines } = await everything(session);
    expect(lines.map(({ table }) => table)).toContain('hologram');
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`Ebba|${EBBA}`));
  });

  it('is made in parts: neither all rows nor all text at once', async () => {
    const people = Array.from({ length: 700 }, (_, n) => {
      const id = testId<typeof EBBA>(5000 + n);
      const text = n.toString().repeat(4000);
      return [personCreate(id), applicationCreate(testId(9000 + n), { personId: id, vacancyId: VACANCY, text })];
    });
    const session = await desk([...WHOLE_DOSSIER, ...people.flat()]);
    const { files, lines, progress } = await everything(session);
    expect(Object.keys(files).filter((name) => name.startsWith('records/')).length).toBeGreaterThan(1);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(progress.map(({ done }) => done)).toEqual([500, 1000, lines.length]);
  });

  it('goes to an administrator only, whoever asks', async () => {
    const session = await desk([
      ...WHOLE_DOSSIER,
      {
        kind: 'create',
        table: 'recruiter',
        id: testId(33),
        dossier: null,
        fields: { name: 'Nils', email: '', rights: ['reports', 'all-other-applications'], active: true },
      },
    ]);
    session.preferences.set({ ...session.preferences.current(), recruiterId: testId<RecruiterId>(33) });
    const wish = { withFiles: true, now: 5, onProgress: () => undefined, onDone: () => undefined };
    expect(session.readEverything(wish)).toEqual({ ok: false, code: 'right/missing' });
  });
});

describe('the files of an export', () => {
  it('lie beside the records byte for byte, and what cannot be read is named', async () => {
    const document = (id: string, fileId: string): Change => ({
      kind: 'create',
      table: 'document',
      id,
      dossier: EBBA,
      fields: {
        personId: EBBA,
        applicationId: null,
        fileId,
        kind: 'cv',
        name: '../../x.pdf',
        mediaType: 'application/pdf',
        size: 3,
        addedAt: 5,
      },
    });
    const session = await desk([
      ...WHOLE_DOSSIER,
      document(testId(710), testId(711)),
      document(testId(712), testId(713)),
    ]);
    const bytes = new Uint8Array([1, 2, 3]);
    const server = createServer((asked, answer) => {
      answer.statusCode = asked.url?.endsWith(testId(711)) === true ? 200 : 404;
      answer.end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    session.host.fileUrl = (id) => `http://127.0.0.1:${port.toString()}/files/${id}`;
    const { files, manifest, progress } = await everything(session, true);
    server.close();
    expect(progress.at(-1)).toEqual({ what: 'files', done: 3, total: 3 });
    expect(files[`files/${testId(711)}.pdf`]).toEqual(bytes);
    expect(Object.keys(files).filter((name) => !name.startsWith('records/'))).toEqual([
      `files/${testId(711)}.pdf`,
      'fairdesk.json',
    ]);
    expect(manifest).toMatchObject({ withFiles: true, files: 1 });
    expect(manifest.unreadableFiles.sort()).toEqual([testId(26), testId(713)].sort());
  });
});
