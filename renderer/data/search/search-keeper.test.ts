import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../shared/domain/search/parse-query.js';
import { wordsIn } from '../../../shared/domain/search/query.js';
import type { Change } from '../../../shared/changes/change-set.js';
import { applicationCreate, personCreate, testId } from '../../../shared/testing/change-builders.js';
import { failure } from '../../../shared/lib/result.js';
import type { DocumentId } from '../../../shared/records/primitives.js';
import { Database } from '../database.js';
import type { Session } from '../session.js';
import { FakeHost } from '../testing/fake-host.js';
import { APPLICATION, BASICS, EBBA, nameOfDatabase, open, OSKAR, save, VACANCY } from '../testing/suite-desk.js';
import { searchPorts } from './testing/search-ports.js';

const CV = testId<DocumentId>(401);
function cvOf(person = EBBA, id = CV, fileId: string = testId(501)): Change {
  const fields = {
    personId: person,
    applicationId: null,
    fileId,
    kind: 'cv',
    name: 'cv.pdf',
    mediaType: 'application/pdf',
    size: 10,
    addedAt: 1,
  };
  return { kind: 'create', table: 'document', id, dossier: person, fields };
}

async function found(session: Session, query: string): Promise<readonly string[]> {
  await session.search.settled();
  const parsed = parseQuery(query);
  const hits = await session.search.find(parsed === null ? [] : wordsIn(parsed));
  return hits.flatMap(({ targets }) => targets);
}

describe('G-14: the search follows what is saved', () => {
  it('finds applications by their texts and notes, people by their CV and notes', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    session.search.start(searchPorts({ [testId(501)]: 'Kan C++ och .NET i Ålesund' }));
    await save(session, [
      ...BASICS.slice(0, 3),
      applicationCreate(APPLICATION, { personId: EBBA, vacancyId: VACANCY, text: 'I build wind farms' }),
    ]);
    await save(session, [cvOf()]);
    expect(await found(session, 'c++')).toEqual([EBBA]);
    expect(await found(session, 'alesund')).toEqual([EBBA]);
    expect(await found(session, 'wind')).toEqual([APPLICATION]);
    const note = { id: testId(601), type: 'note', at: 1, by: null, text: 'Speaks Faroese' };
    await save(session, [{ kind: 'event', table: 'application', id: APPLICATION, dossier: EBBA, event: note }]);
    expect(await found(session, 'faroese')).toEqual([APPLICATION]);
    expect(await session.search.textOf({ id: CV, kind: 'cv' })).toContain('Ålesund');
    expect(await session.search.textOf({ id: APPLICATION, kind: 'applicationNote' })).toBe('Speaks Faroese');
    await session.close();
  });

  it('is there at once after a restart: no file is read twice', async () => {
    const [host, name] = [new FakeHost(), nameOfDatabase()];
    const files = { [testId(501)]: 'welder of bridges' };
    const before = await open(host, name);
    before.search.start(searchPorts(files));
    await save(before, [...BASICS, cvOf()]);
    await before.search.settled();
    await before.close();
    const after = await open(host, name);
    const again = searchPorts(files);
    after.search.start(again);
    expect(await found(after, 'bridges')).toEqual([EBBA]);
    expect(again.reads).toBe(0);
    await after.close();
  });

  it('is made again from records and files when a part of it is damaged', async () => {
    const [host, name] = [new FakeHost(), nameOfDatabase()];
    const files = { [testId(501)]: 'welder of bridges' };
    const before = await open(host, name);
    before.search.start(searchPorts(files));
    await save(before, [...BASICS, cvOf()]);
    await before.search.settled();
    await before.close();
    const database = new Database(name);
    await database.searchSegments.toCollection().modify((row) => void (row.box[20] = (row.box[20] ?? 0) ^ 1));
    await database.fileTexts.toCollection().modify((row) => void (row.box[20] = (row.box[20] ?? 0) ^ 1));
    database.close();
    const after = await open(host, name);
    const again = searchPorts(files);
    after.search.start(again);
    expect(await found(after, 'bridges')).toEqual([EBBA]);
    expect(again.reads).toBe(1);
    await after.close();
  });

  it('leaves nothing of somebody who is erased, neither in the index nor of the files read', async () => {
    const name = nameOfDatabase();
    const session = await open(new FakeHost(), name);
    session.search.start(searchPorts({ [testId(501)]: 'welder', [testId(502)]: 'welder too' }));
    await save(session, [...BASICS, cvOf(), personCreate(OSKAR), cvOf(OSKAR, testId(402), testId(502))]);
    expect([...(await found(session, 'welder'))].sort()).toEqual([EBBA, OSKAR].sort());
    await save(session, [{ kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true }]);
    expect(await found(session, 'welder')).toEqual([OSKAR]);
    const database = new Database(name);
    expect((await database.fileTexts.toArray()).map(({ owner }) => owner)).toEqual([OSKAR]);
    database.close();
    await session.close();
  });

  it('notes a file without words and goes on; one that cannot be had just now is asked for again', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    const files: Record<string, string> = { [testId(501)]: 'broken' };
    session.search.start(searchPorts(files));
    await save(session, [...BASICS, cvOf()]);
    expect(await found(session, 'broken')).toEqual([]);
    expect(session.search.state.current()).toMatchObject({ current: true, wordless: 1 });
    await save(session, [personCreate(OSKAR), cvOf(OSKAR, testId(402), testId(502))]);
    expect(await found(session, 'late')).toEqual([]);
    expect(session.search.state.current().current).toBe(false);
    files[testId(502)] = 'late welder';
    expect(await found(session, 'late')).toEqual([OSKAR]);
    await session.close();
  });

  it('finds a CV that came after its document by its words, after a restart too', async () => {
    const [host, name] = [new FakeHost(), nameOfDatabase()];
    const files: Record<string, string> = {};
    const ports = () => {
      const all = searchPorts(files);
      const readFile: typeof all.readFile = async (id) =>
        files[id] === undefined ? failure('file/not-found') : await all.readFile(id);
      return { ...all, readFile };
    };
    const session = await open(host, name);
    session.search.start(ports());
    await save(session, [...BASICS, cvOf()]);
    expect(await found(session, 'glazier')).toEqual([]);
    expect(session.search.state.current()).toMatchObject({ current: true, wordless: 1 });
    await session.close();
    files[testId(501)] = 'glazier of towers';
    const later = await open(host, name);
    later.search.start(ports());
    expect(await found(later, 'glazier')).toEqual([]);
    later.search.filesCame(0);
    await expect.poll(async () => await found(later, 'glazier')).toEqual([EBBA]);
    expect(later.search.state.current()).toMatchObject({ current: true, wordless: 0 });
    await later.close();
    const last = await open(host, name);
    last.search.start(ports());
    expect(await found(last, 'glazier')).toEqual([EBBA]);
    await last.close();
  });

  it('keeps nothing readable in the database', async () => {
    const name = nameOfDatabase();
    const session = await open(new FakeHost(), name);
    session.search.start(searchPorts({ [testId(501)]: 'Xylophaktor wrangler' }));
    await save(session, [...BASICS, cvOf()]);
    await session.search.settled();
    await session.close();
    const database = new Database(name);
    const rows = [...(await database.fileTexts.toArray()), ...(await database.searchSegments.toArray())];
    database.close();
    expect(rows.length).toBeGreaterThan(2);
    expect([...new Set(rows.flatMap((row) => Object.keys(row)))].sort()).toEqual(['box', 'id', 'kid', 'n', 'owner']);
    for (const { box } of rows)
      expect(new TextDecoder('latin1').decode(box).toLowerCase()).not.toContain('xylophaktor');
  });
});
