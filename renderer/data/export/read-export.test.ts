import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change-set.js';
import { foldDeliveries } from '../../../shared/domain/message-state.js';
import { success } from '../../../shared/lib/result.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  messageCreate,
  organisationCreate,
  personCreate,
  setField,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { MAJA, TAKEN_BACK, WHOLE_DOSSIER } from '../../../shared/testing/whole-dossier.js';
import { openTestSession } from '../../testing/open-test-session.js';
import type { Session } from '../session.js';
import { FakeHost } from '../testing/fake-host.js';
import { EBBA, first, OSKAR, unwrap, VACANCY } from '../testing/suite-desk.js';
import type { ExportLine } from './export-line.js';
import { listZip, readEntry } from './read-zip.js';
import type { ZipEntry } from '../../../shared/lib/zip/write-zip.js';
import { writeZip } from './write-zip.js';

const LATER = 2_000_000;
const DAY = 86_400_000;

/** A desk with somebody who administers; an empty one holds that person alone. */
async function desk(
  changes: readonly Change[],
  now = LATER,
  host = new FakeHost('00000000000000cc'),
): Promise<Session> {
  const session = await openTestSession(changes, { host, now });
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  return session;
}

const ADMINISTRATOR = WHOLE_DOSSIER.filter(({ table, id }) => table === 'recruiter' && id === MAJA);

async function exportOf(session: Session): Promise<Blob> {
  const wish = { withFiles: false, now: 5, onProgress: () => undefined, onDone: () => undefined };
  return await zipped(unwrap(session.readEverything(wish)));
}

async function zipped(entries: AsyncIterable<ZipEntry>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of writeZip(entries, '2026-11-21')) parts.push(part);
  return new Blob(parts);
}

async function linesOf(file: Blob): Promise<readonly ExportLine[]> {
  const lines: ExportLine[] = [];
  for (const place of (await listZip(file))?.values() ?? []) {
    if (!place.name.startsWith('records/')) continue;
    const text = new TextDecoder().decode((await readEntry(file, place, 1e8)) ?? new Uint8Array());
    lines.push(
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as ExportLine),
    );
  }
  return lines;
}

/** An export that somebody has written or changed by hand. */
async function made(lines: readonly unknown[], files: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {}) {
  const encode = (text: string) => new TextEncoder().encode(text);
  async function* entries(): AsyncGenerator<ZipEntry> {
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    yield { name: 'records/00001.jsonl', bytes: encode(text), deflate: true };
    for (const [id, bytes] of Object.entries(files)) yield { name: `files/${id}.pdf`, bytes, deflate: false };
    const said = { format: 'fairdesk-export', version: 1, writtenAt: 5, records: {}, withFiles: true, files: 0 };
    yield { name: 'fairdesk.json', bytes: encode(JSON.stringify({ ...said, unreadableFiles: [] })), deflate: false };
  }
  return await zipped(entries());
}

const look = async (session: Session, file: Blob) => unwrap(await session.surveyExport(file));
const readBack = async (session: Session, file: Blob) =>
  await session.readExport({
    survey: await look(session, file),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
/** Without who works here: that record was made by each desk for itself. */
const exact = async (file: Blob) => (await linesOf(file)).filter(({ id }) => id !== MAJA);

describe('an export that is read back', () => {
  it('gives an empty laptop the same records, events, order and stamps, whatever they hold', async () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 12 });
    const person = fc.record({ givenName: word, school: word, notes: fc.array(word, { maxLength: 3 }), text: word });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 5 }), async (people) => {
        const changes = people.flatMap(({ givenName, school, notes, text }, n): Change[] => {
          const id = testId<typeof EBBA>(1000 + n);
          const application = testId<string>(2000 + n);
          return [
            personCreate(id, { givenName, school }),
            applicationCreate(application, { personId: id, vacancyId: VACANCY, text }),
            ...notes.map((note, at): Change => {
              const event = { id: testId<string>(3000 + n * 10 + at), type: 'note', at: 5, by: null, text: note };
              return { kind: 'event', table: 'application', id: application, dossier: id, event };
            }),
          ];
        });
        const from = await desk(
          [...ADMINISTRATOR, organisationCreate(), vacancyCreate(VACANCY), ...changes],
          1_000_000,
        );
        const file = await exportOf(from);
        const to = await desk(ADMINISTRATOR);
        expect(await readBack(to, file)).toMatchObject({ ok: true, value: { files: 0 } });
        expect(await exact(await exportOf(to))).toEqual(await exact(file));
      }),
      { numRuns: 15 },
    );
  });

  it('gives back one of everything, also what was taken back, and shows it at once', async () => {
    const from = await desk(WHOLE_DOSSIER, 1_000_000);
    unwrap(await from.commit({ action: 'undo', changes: [TAKEN_BACK] }));
    const file = await exportOf(from);
    const to = await desk(ADMINISTRATOR);
    const survey = await look(to, file);
    expect(survey).toMatchObject({
      there: 1,
      erased: 0,
      invalid: 0,
      withoutFile: 1,
      unknownTables: [],
      unknownFields: [],
    });
    expect(await readBack(to, file)).toEqual(success({ added: survey.toAdd, files: 0 }));
    const waiting = testId<string>(23); // a mail that had not left: it is cancelled, see below
    const others = (lines: readonly ExportLine[]) => lines.filter(({ id }) => id !== waiting);
    expect(others(await exact(await exportOf(to)))).toEqual(others(await exact(file)));
    expect(to.roster.current().people.get(EBBA)).toMatchObject({ givenName: 'Ebba' });
    expect((await first(to.dossier(EBBA)))?.applications[0]?.events.map(({ type }) => type)).toContain('panel-rating');
  });

  it('leaves alone what is there already, so that reading twice adds nothing', async () => {
    const from = await desk(WHOLE_DOSSIER, 1_000_000);
    const file = await exportOf(from);
    const seen = await from.edit('person', EBBA);
    const replaces = seen?.stamps.get('city') ?? [];
    unwrap(
      await from.commit({
        action: 'edit-person',
        changes: [setField({ table: 'person', id: EBBA, dossier: EBBA }, 'city', 'Narvik', replaces)],
      }),
    );
    const survey = await look(from, file);
    expect([survey.toAdd, survey.there]).toEqual([0, (await linesOf(file)).length]);
    expect(await readBack(from, file)).toEqual(success({ added: 0, files: 0 }));
    expect(from.roster.current().people.get(EBBA)?.city).toBe('Narvik');
  });

  it('C23: whoever is erased never comes back by an old export', async () => {
    const session = await desk(WHOLE_DOSSIER, 1_000_000);
    const file = await exportOf(session);
    const applications = new Set<never>();
    unwrap(await session.erase({ people: [EBBA], applications, everywhere: new Set([EBBA]), today: '2026-11-21' }));
    const survey = await look(session, file);
    expect(survey.toAdd).toBe(0);
    expect(survey.erased).toBeGreaterThan(5);
    expect(await readBack(session, file)).toEqual(success({ added: 0, files: 0 }));
    expect(session.roster.current().people.has(EBBA)).toBe(false);
    expect(session.roster.current().people.has(OSKAR)).toBe(true);
  });

  it('sends nothing: a mail that was waiting is cancelled, one that has left stays sent', async () => {
    const from = await desk(
      [...ADMINISTRATOR, personCreate(EBBA), messageCreate(testId(50), { personId: EBBA })],
      1_000_000,
    );
    const to = await desk(ADMINISTRATOR);
    unwrap(await readBack(to, await exportOf(from)));
    const events = (await first(to.dossier(EBBA)))?.messages[0]?.events ?? [];
    expect(foldDeliveries(0, events).state).toBe('cancelled');
  });

  it('puts what a wrong clock dated into the future into the past, in its order', async () => {
    const from = await desk([...ADMINISTRATOR, ...WHOLE_DOSSIER.filter(({ id }) => id !== MAJA)], LATER + 30 * DAY);
    const to = await desk(ADMINISTRATOR);
    const file = await exportOf(from);
    unwrap(await readBack(to, file));
    const later = await exact(await exportOf(to));
    const limit = LATER.toString(16).padStart(12, '0');
    for (const { created, events } of later) {
      expect(created < limit || created.startsWith(limit)).toBe(true);
      expect(events.map(({ stamp }) => stamp)).toEqual(events.map(({ stamp }) => stamp).sort());
    }
    const before = (await linesOf(file)).find(({ id }) => id === EBBA)?.events.map(({ event }) => event.id);
    expect(later.find(({ id }) => id === EBBA)?.events.map(({ event }) => event.id)).toEqual(before);
  });
});

describe('a file that somebody has touched', () => {
  const stamp = '0000000f0000-0000-00000000000000aa';
  const line = (table: string, id: string, dossier: string | null, fields: object) => ({
    ...{ table, id, dossier, created: stamp, fields },
    ...{ events: [], takenBack: [], otherValues: [] },
  });
  const fair = (change: object = {}) => {
    const fields = { name: 'Dagarna', place: '', stand: '', firstDate: '2026-11-21', lastDate: '2026-11-21' };
    const more = { opensAt: '09:00', closesAt: '16:00', rooms: [], demo: false };
    return line('fair', testId(800), null, { ...fields, ...more, ...change });
  };

  it('has its unknown tables and fields named and left out, and its nonsense counted', async () => {
    const session = await desk(ADMINISTRATOR);
    const file = await made([
      fair({ weather: 'rain' }),
      line('hologram', testId(801), null, {}),
      line('vacancy', testId(802), null, { title: 7 }),
      '{ not json',
      line('person', testId(803), testId(804), personCreate(EBBA).fields),
      { ...fair(), id: '../../etc/passwd' },
    ]);
    expect(await look(session, file)).toMatchObject({
      toAdd: 1,
      invalid: 4,
      unknownTables: ['hologram'],
      unknownFields: ['fair.weather'],
    });
    expect(await readBack(session, file)).toEqual(success({ added: 1, files: 0 }));
    const [added] = [...session.roster.current().fairs.values()];
    expect(added?.name).toBe('Dagarna');
    expect(JSON.stringify(await linesOf(await exportOf(session)))).not.toContain('rain');
  });

  it('is refused whole where it is no export, of a later version, or damaged', async () => {
    const session = await desk(ADMINISTRATOR);
    expect(await session.surveyExport(new Blob(['a']))).toMatchObject({ code: 'export/not-one' });
    const whole = await made([fair()]);
    const bytes = new Uint8Array(await whole.arrayBuffer());
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    expect(await session.surveyExport(new Blob([bytes]))).toMatchObject({ code: 'export/damaged' });
    async function* newer(): AsyncGenerator<ZipEntry> {
      const text = JSON.stringify({ format: 'fairdesk-export', version: 2 });
      yield { name: 'fairdesk.json', bytes: new TextEncoder().encode(text), deflate: false };
    }
    expect(await session.surveyExport(await zipped(newer()))).toMatchObject({ code: 'export/newer' });
  });

  it('C19 is read back by an administrator only, and refused again where it is written', async () => {
    const nils: Change = {
      kind: 'create',
      table: 'recruiter',
      id: testId(33),
      dossier: null,
      fields: { name: 'Nils', email: '', rights: ['reports', 'all-other-applications'], active: true },
    };
    const session = await desk([...ADMINISTRATOR, nils]);
    const file = await made([fair()]);
    const survey = await look(session, file);
    session.preferences.set({ ...session.preferences.current(), recruiterId: testId<RecruiterId>(33) });
    expect(await session.surveyExport(file)).toMatchObject({ ok: false, code: 'right/missing' });
    const wish = { survey, signal: new AbortController().signal, onProgress: () => undefined };
    expect(await session.readExport(wish)).toMatchObject({ ok: false, code: 'right/missing', done: { added: 0 } });
  });

  it('has its files stored again, and mails lead to them under their new ids', async () => {
    const host = new FakeHost('00000000000000cc');
    const stored: string[] = [];
    host.putFile = async (file, name, dossier) => {
      stored.push(`${name} ${dossier} ${(await file.text()).length.toString()}`);
      return success({ fileId: testId<string>(999), mediaType: 'application/pdf', name, size: file.size });
    };
    const session = await desk(ADMINISTRATOR, LATER, host);
    const attachment = { fileId: testId<never>(26), name: 'CV.pdf', mediaType: 'application/pdf' } as const;
    const mail = messageCreate(testId(50), { personId: EBBA, attachments: [attachment] });
    const creates = [...WHOLE_DOSSIER.filter(({ id }) => id === EBBA || id === testId(25)), mail];
    const lines = creates.flatMap((change) =>
      change.kind === 'create' ? [line(change.table, change.id, change.dossier, change.fields)] : [],
    );
    const file = await made(lines, { [testId<string>(26)]: new Uint8Array([1, 2, 3]) });
    expect(await readBack(session, file)).toEqual(success({ added: 3, files: 1 }));
    expect(stored).toEqual([`../CV Ebba.pdf ${EBBA} 3`]);
    const dossier = await first(session.dossier(EBBA));
    expect(dossier?.documents[0]?.fields.fileId).toBe(testId(999));
    expect(dossier?.messages[0]?.fields.attachments).toEqual([{ ...attachment, fileId: testId(999) }]);
  });
});
