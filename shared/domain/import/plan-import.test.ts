import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../changes/change-set.js';
import { tables } from '../../records/tables.js';
import type { FairId, PersonId, RecruiterId, VacancyId } from '../../records/primitives.js';
import { testId } from '../../testing/change-builders.js';
import { findDuplicates } from '../duplicates.js';
import { indexPeople } from './index-people.js';
import type { ColumnMapping, ImportTable } from './import-table.js';
import {
  KNOWN_CHOICES,
  planImport,
  type ImportContext,
  type ImportSettings,
  type PersonOnFile,
} from './plan-import.js';

const VACANCY = testId<VacancyId>(20);
const MAPPING: ColumnMapping = ['givenName', 'familyName', 'email', 'phone', 'note'];
const SETTINGS: ImportSettings = { mapping: MAPPING, vacancyId: VACANCY, language: 'sv', known: 'skip' };
/** A Swedish number to E.164, and nothing else. */
const readPhone = (text: string): string | null => {
  const digits = text.replace(/[^\d+]/g, '');
  if (/^0\d{8,9}$/.test(digits)) return `+46${digits.slice(1)}`;
  return /^\+\d{9,12}$/.test(digits) ? digits : null;
};

function onFile(n: number, fields: Partial<PersonOnFile>): PersonOnFile {
  const none = { givenName: '', familyName: '', email: '', phone: '', search: '', postalAddress: '', demo: false };
  return { id: testId<PersonId>(n), ...none, ...fields };
}

function context(
  people: readonly PersonOnFile[] = [],
  applications: ReturnType<ImportContext['applicationsOf']> = [],
): ImportContext {
  let ids = 1000;
  return {
    now: Date.UTC(2026, 10, 18),
    by: testId<RecruiterId>(2),
    fair: { id: testId<FairId>(3), lastDate: '2026-11-18' },
    retentionMonths: 24,
    zone: 'Europe/Stockholm',
    newId: () => testId(ids++),
    readPhone,
    people: indexPeople(people),
    applicationsOf: () => applications,
  };
}

function tableOf(...rows: readonly (readonly string[])[]): ImportTable {
  return { columns: ['', '', '', '', ''], rows: rows.map((cells, at) => ({ number: at + 2, cells, fault: null })) };
}

const EBBA = ['Ebba', 'Norrlander', 'ebba@example.com', '070-555 01 86', 'met at noon'];
const KNOWN_EBBA = onFile(1, { givenName: 'Ebba', familyName: 'Norrlander', email: 'EBBA@example.com' });

function codesOf(plan: ReturnType<typeof planImport>): readonly (readonly string[])[] {
  return plan.leftOut.map(({ reasons }) => reasons.map(({ code }) => code));
}

describe('planImport', () => {
  it('files a person with the application, the note and where they come from, as the records allow it', () => {
    const { filed, leftOut } = planImport(tableOf(EBBA), SETTINGS, context());
    expect(leftOut).toEqual([]);
    const changes = filed.flatMap((row) => row.changes);
    expect(changes.map(({ kind, table }) => `${kind} ${table}`)).toEqual([
      'create person',
      'create application',
      'event application',
    ]);
    for (const change of changes)
      if (change.kind === 'create') tables[change.table as 'person'].fields.parse(change.fields);
    expect(changes[0]).toMatchObject({
      fields: { kind: 'candidate', phone: '+46705550186', source: { fairId: testId(3) }, language: 'sv' },
    });
  });

  it('files prospects without a vacancy, with the town and the address for letters (G-12)', () => {
    const mapping: ColumnMapping = ['givenName', 'email', 'street', 'postcode', 'city'];
    const row = ['Ebba', 'ebba@example.com', 'Vasagatan 1', '411 05', 'Göteborg'];
    const [filed] = planImport(tableOf(row), { ...SETTINGS, mapping, vacancyId: null }, context()).filed;
    expect(filed?.changes).toMatchObject([
      { table: 'person', fields: { kind: 'prospect', city: 'Göteborg' } },
      { kind: 'event', table: 'person', event: { type: 'postal-address', address: 'Vasagatan 1\n411 05 Göteborg' } },
    ]);
  });

  it('never makes up a consent (beyond.md no. 10)', () => {
    const changes = planImport(tableOf(EBBA), SETTINGS, context()).filed.flatMap((row) => row.changes);
    expect(changes.filter((change) => change.kind === 'event' && change.event.type === 'consent')).toEqual([]);
  });

  it.each([
    ['no name', ['', '', 'a@example.com', '', ''], ['name-missing']],
    ['neither address nor number', ['Ebba', '', '', '', ''], ['contact-missing']],
    ['an address that is none', ['Ebba', '', 'ebba at home', '', ''], ['email-invalid']],
    ['a number that is none', ['Ebba', '', '', '12', ''], ['phone-invalid']],
    ['a name that is too long', ['E'.repeat(201), '', 'a@example.com', '', ''], ['too-long']],
    ['a note that is too long', ['Ebba', '', 'a@example.com', '', 'n'.repeat(20_001)], ['too-long']],
    ['several things', ['', '', 'ebba', '', ''], ['name-missing', 'email-invalid']],
  ])('leaves out a row with %s, with the reason', (_, row, codes) => {
    const plan = planImport(tableOf(row), SETTINGS, context());
    expect(plan.filed).toEqual([]);
    expect(codesOf(plan)).toEqual([codes]);
  });

  it('leaves out a row that could not be read', () => {
    const table: ImportTable = { columns: [], rows: [{ number: 7, cells: EBBA, fault: 'too-many-cells' }] };
    expect(codesOf(planImport(table, SETTINGS, context()))).toEqual([['too-many-cells']]);
  });

  it('leaves out who stands further up: by address, or by number and name; not whoever shares a number', () => {
    const plan = planImport(
      tableOf(
        EBBA,
        ['Ebba', 'N.', 'Ebba@Example.com', '', ''],
        ['ebba', 'norrlander', '', '+46705550186', ''],
        ['Oskar', 'Norrlander', '', '070 555 01 86', ''],
      ),
      SETTINGS,
      context(),
    );
    expect(plan.filed).toHaveLength(2);
    expect(plan.leftOut.flatMap(({ reasons }) => reasons)).toEqual([
      { code: 'repeated', number: 2 },
      { code: 'repeated', number: 2 },
    ]);
  });
});

describe('planImport with people on file', () => {
  it('skips them, with who they are', () => {
    const plan = planImport(tableOf(EBBA), SETTINGS, context([KNOWN_EBBA]));
    expect(plan.leftOut).toMatchObject([{ reasons: [{ code: 'known', by: 'email', person: KNOWN_EBBA }] }]);
  });

  it('files them once more when that is wished', () => {
    expect(planImport(tableOf(EBBA), { ...SETTINGS, known: 'file' }, context([KNOWN_EBBA])).filed).toHaveLength(1);
  });

  it('adds note and application to the person on file, and replaces nothing there', () => {
    const plan = planImport(tableOf(EBBA), { ...SETTINGS, known: 'add' }, context([KNOWN_EBBA]));
    expect(plan.filed).toEqual([]);
    expect(plan.added[0]?.changes).toMatchObject([
      { kind: 'create', table: 'application', dossier: KNOWN_EBBA.id, fields: { vacancyId: VACANCY } },
      { kind: 'event', table: 'application', event: { type: 'note', text: 'met at noon' } },
    ]);
  });

  it('adds no second application in the same vacancy; with nothing new the row is left out', () => {
    const stands = [{ vacancyId: VACANCY, status: 'rejected' as const }];
    const add = { ...SETTINGS, known: 'add' } as const;
    const noted = planImport(tableOf(EBBA), add, context([KNOWN_EBBA], stands)).added[0];
    expect(noted?.changes).toMatchObject([{ kind: 'event', table: 'person', event: { type: 'note' } }]);
    const bare = tableOf([...EBBA.slice(0, 4), '']);
    expect(codesOf(planImport(bare, add, context([KNOWN_EBBA], stands)))).toEqual([['nothing-new']]);
  });

  it('adds nothing to somebody of whom only the number is the same', () => {
    const sister = onFile(2, { givenName: 'Alva', familyName: 'Norrlander', phone: '+46705550186' });
    const plan = planImport(tableOf(EBBA), { ...SETTINGS, known: 'add' }, context([sister]));
    expect(plan.leftOut).toMatchObject([{ reasons: [{ code: 'known-unsure', by: 'phone-only' }] }]);
  });

  it('adds once to a person whom two rows are about', () => {
    const both = onFile(1, {
      givenName: 'Ebba',
      familyName: 'Norrlander',
      email: 'ebba@example.com',
      phone: '+46705550186',
    });
    const rows = tableOf(['Ebba', 'N', 'ebba@example.com', '', 'one'], ['Ebba', 'Norrlander', '', '0705550186', 'two']);
    const plan = planImport(rows, { ...SETTINGS, known: 'add' }, context([both]));
    expect(plan.added).toHaveLength(1);
    expect(plan.leftOut).toMatchObject([{ reasons: [{ code: 'repeated', number: 2 }] }]);
  });
});

describe('whatever the file', () => {
  const few = (...values: readonly string[]) => fc.constantFrom('', ...values);
  const row = fc.tuple(
    few('Ebba', 'Oskar', ' Åse '),
    few('Norrlander', 'norrlander', 'Hedvall'),
    few('ebba@example.com', 'EBBA@example.com', 'oskar@example.com', 'no address'),
    few('070-555 01 86', '+46705550186', '031-555 01 01', '12'),
    few('a note'),
  );

  it('no row is lost: filed, added and left out together are the rows, each once', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom(...KNOWN_CHOICES), (rows, known) => {
        const table = tableOf(...rows);
        const plan = planImport(table, { ...SETTINGS, known }, context([KNOWN_EBBA]));
        const lines = [...plan.filed, ...plan.added, ...plan.leftOut]
          .map((out) => out.row.number)
          .sort((a, b) => a - b);
        expect(lines).toEqual(table.rows.map(({ number }) => number));
        const ids = [...plan.filed, ...plan.added].flatMap(({ changes }) =>
          changes.map((change: Change) => (change.kind === 'create' ? change.id : '')),
        );
        expect(new Set(ids.filter(Boolean)).size).toBe(ids.filter(Boolean).length);
      }),
    );
  });

  it('the index finds whom looking through everybody finds by address or number (G-13)', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), row, (rows, [givenName, familyName, email, phone]) => {
        const people = rows.map((cells, at) =>
          onFile(at, {
            givenName: cells[0],
            familyName: cells[1],
            email: cells[2],
            phone: readPhone(cells[3]) ?? cells[3],
          }),
        );
        const typed = { givenName, familyName, email, phone, language: 'sv' } as const;
        const certain = findDuplicates(people, typed, readPhone).filter(
          ({ sign }) => sign === 'email' || sign === 'phone',
        );
        const found = indexPeople(people).find({ ...typed, phone: readPhone(phone) ?? phone });
        expect(found === null).toBe(certain.length === 0);
        if (found !== null) expect(certain.map(({ person }) => person)).toContain(found.person);
      }),
    );
  });
});
