import { beforeEach, describe, expect, it } from 'vitest';
import type { CreateChange } from '../../shared/changes/change-set.js';
import type { DocumentId, FileId, PersonId } from '../../shared/records/primitives.js';
import { personCreate, testId } from '../../shared/testing/change-builders.js';
import { Database } from './database.js';
import { createRecord } from './edit-record.js';
import { openSession, type Session } from './session.js';
import { FakeHost } from './testing/fake-host.js';

const EBBA = testId<PersonId>(101);
/** More than one page of rows. */
const DOCUMENTS = 1100;

let host: FakeHost;
let name: string;
let damages: unknown[];

beforeEach(() => {
  host = new FakeHost();
  name = `sweep-${crypto.randomUUID()}`;
  damages = [];
});

async function open(): Promise<Session> {
  const opened = await openSession(host, {
    databaseName: name,
    now: () => 1,
    onProgress: () => undefined,
    onDamage: (error) => void damages.push(error),
    claim: () => Promise.resolve(true),
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

function fileOf(document: number): FileId {
  return testId<FileId>(50_000 + document);
}

function documentCreate(number: number): CreateChange {
  return createRecord('document', testId<DocumentId>(10_000 + number), EBBA, {
    personId: EBBA,
    applicationId: null,
    fileId: fileOf(number),
    kind: 'cv',
    name: 'cv.pdf',
    mediaType: 'application/pdf',
    size: 1,
    addedAt: 1,
  });
}

async function file(session: Session, documents: readonly number[]): Promise<void> {
  const changes = [personCreate(EBBA), ...documents.map(documentCreate)];
  expect(await session.commit({ action: 'edit-person', changes })).toMatchObject({ ok: true });
}

describe('the sweep of files that nothing names', () => {
  it('spares the file of every document, however many there are, and of every draft', async () => {
    const session = await open();
    const documents = Array.from({ length: DOCUMENTS }, (_, at) => at);
    await file(session, documents);
    host.drafts.set('capture', { form: { givenName: 'Ebba', cv: { fileId: testId(1) } } });
    host.drafts.set('vacancy-1', ['nothing', { deep: [null, testId(2)] }]);
    session.drafts.write('note-1', testId(3)); // typed this very moment
    expect(await session.sweepFiles()).toEqual({ ok: true, value: 1 });
    const kept = new Set(host.sweeps[0]);
    expect([1, 2, 3].map((at) => testId(at)).filter((id) => !kept.has(id))).toEqual([]);
    expect(documents.map(fileOf).filter((id) => !kept.has(id))).toEqual([]);
    await session.close();
  });

  it('lets the file of an erased dossier go', async () => {
    const session = await open();
    await file(session, [0]);
    const erase = { kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true } as const;
    expect(await session.commit({ action: 'edit-person', changes: [erase] })).toMatchObject({ ok: true });
    await session.sweepFiles();
    expect(host.sweeps).toEqual([[]]);
    await session.close();
  });

  it('does not happen when a draft cannot be read', async () => {
    const session = await open();
    host.drafts.set('capture', {});
    host.damagedDrafts.add('capture');
    expect(await session.sweepFiles()).toMatchObject({ ok: false, code: 'draft/damaged' });
    expect(host.sweeps).toEqual([]);
    await session.close();
  });

  it('does not happen when a row cannot be read, and the store is reported as damaged', async () => {
    const session = await open();
    await file(session, [0, 1]);
    const database = new Database(name);
    await database.records.update(testId<DocumentId>(10_001), { box: new Uint8Array(300) });
    database.close();
    await expect(session.sweepFiles()).rejects.toThrow();
    expect(host.sweeps).toEqual([]);
    expect(damages).toHaveLength(1);
    await session.close();
  });

  it('does not happen while the journal misses steps: one of them may name a file', async () => {
    const before = await open();
    await file(before, [0]);
    await before.close();
    host.lost.add(1);
    const session = await open();
    expect(await session.sweepFiles()).toEqual({ ok: true, value: null });
    expect(host.sweeps).toEqual([]);
    await session.close();
  });
});
