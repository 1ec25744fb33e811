import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change-set.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { personCreate, testId } from '../../../shared/testing/change-builders.js';
import { Database } from '../database.js';
import { FakeHost } from './fake-host.js';
import {
  EBBA,
  OSKAR,
  BASICS,
  open,
  nameOfDatabase,
  save,
  first,
  whole,
  fromAnotherLaptop,
  flip,
} from './suite-desk.js';

function consentTo(person: PersonId): Change {
  const event = {
    id: testId(900),
    type: 'consent',
    at: 1,
    by: null,
    purpose: 'this-fair',
    given: true,
    noticeVersion: '1',
    language: 'sv',
    until: '2027-05-01',
  };
  return { kind: 'event', table: 'person', id: person, dossier: person, event };
}

/** What a lost or damaged store or journal frame costs, on every IndexedDB the application meets: nothing, or it is named. */
export function describeStoreDamage(engine: string): void {
  describe(`a damaged store on ${engine}`, () => {
    it('replays what the journal holds and the store does not', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const session = await open(host, name);
      await save(session, BASICS);
      await session.close();
      host.frames.push(fromAnotherLaptop([personCreate(OSKAR, { givenName: 'Oskar' })]));
      const after = await open(host, name);
      expect(after.rebuilt).toBe(false);
      expect(after.roster.current().people.get(OSKAR)?.givenName).toBe('Oskar');
      await after.close();
    });

    it('is made again from the journal when the database is gone', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const before = await open(host, name);
      await save(before, BASICS);
      const expected = whole(before);
      await before.close();
      await Database.delete(name);
      const after = await open(host, name);
      expect(after.rebuilt).toBe(true);
      expect(whole(after)).toEqual(expected);
      expect((await first(after.dossier(EBBA)))?.person.fields.email).toBe('ebba@example.com');
      await after.close();
    });

    it('is made again when a single bit of a segment or a row is flipped', async () => {
      for (const where of ['segments', 'records'] as const) {
        const host = new FakeHost();
        const name = nameOfDatabase();
        const before = await open(host, name);
        await save(before, BASICS);
        const expected = whole(before);
        await before.close();
        const database = new Database(name);
        if (where === 'segments') {
          await database.segments.toCollection().modify((row) => flip(row.box));
        } else {
          await database.records.toCollection().modify((row) => flip(row.box));
        }
        database.close();
        const damages: unknown[] = [];
        const after = await open(host, name, damages);
        expect(whole(after)).toEqual(expected);
        expect(after.rebuilt).toBe(where === 'segments');
        if (where === 'records') {
          await expect(first(after.dossier(EBBA))).rejects.toThrow('store/damaged');
          expect(damages).toHaveLength(1); // named, and the page is told to make the store again
          const wish = {
            people: [EBBA],
            applications: new Set<never>(),
            everywhere: new Set([EBBA]),
            today: '2026-11-21',
          };
          await expect(after.readErasures(wish)).rejects.toThrow();
          expect(damages).toHaveLength(2);
        }
        await after.close();
      }
    });

    it('makes segments of a former shape again from the records, without the journal', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const before = await open(host, name);
      await save(before, [...BASICS, consentTo(EBBA)]);
      const expected = whole(before);
      await before.close();
      const database = new Database(name);
      const meta = await database.segmentsMeta();
      if (meta === null) throw new Error('closing writes the segments');
      await database.meta.put({ key: 'segments', seq: meta.seq, count: meta.count }); // as the first shape was
      await database.segments.toCollection().modify((row) => flip(row.box));
      database.close();
      for (let start = 1; start <= 2; start++) {
        const after = await open(host, name);
        expect(after.rebuilt).toBe(false);
        expect(whole(after)).toEqual(expected);
        expect(after.roster.current().people.get(EBBA)?.consent).not.toBeNull();
        await after.close();
        const again = new Database(name);
        expect((await again.segmentsMeta())?.format).toBe(meta.format);
        again.close();
      }
    });

    it('puts a frame back that the journal lost but the store had applied', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const before = await open(host, name);
      await save(before, BASICS);
      await save(before, [personCreate(OSKAR, { givenName: 'Oskar' })]);
      const expected = whole(before);
      await before.close();
      host.lost.add(2);
      const after = await open(host, name);
      expect(after.damage).toEqual({ restored: [2], lost: [] });
      expect(whole(after)).toEqual(expected);
      await after.close();
      const again = await open(host, name);
      expect(again.damage).toEqual({ restored: [], lost: [] }); // put back once, not at every start
      await again.close();
      const rebuilt = await open(host, nameOfDatabase());
      expect(whole(rebuilt)).toEqual(expected);
      expect(rebuilt.damage.lost).toEqual([]); // the repair says in the journal what it put back
      await rebuilt.close();
    });

    it('names a frame that the journal lost before the store had applied it, until somebody has read it', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const session = await open(host, name);
      await save(session, BASICS);
      await session.close();
      host.frames.push(fromAnotherLaptop([personCreate(OSKAR)]));
      host.lost.add(2);
      const after = await open(host, name);
      expect(after.damage).toEqual({ restored: [], lost: [2] });
      expect(after.roster.current().people.size).toBe(1);
      await after.close();
      const again = await open(host, name);
      expect(again.damage.lost).toEqual([2]);
      await again.settleDamage();
      await again.close();
      const settled = await open(host, name);
      expect(settled.damage.lost).toEqual([]);
      await settled.close();
    });
  });
}
