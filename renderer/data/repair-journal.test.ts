import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change-set.js';
import { leftNote } from '../../shared/changes/housekeeping.js';
import { personCreate, testId } from '../../shared/testing/change-builders.js';
import type { PersonId } from '../../shared/records/primitives.js';
import { BASICS, EBBA, open, OSKAR, save, unwrap, whole } from './testing/suite-desk.js';
import { note, ours, rebuilt } from './testing/two-desks.js';

const IDA = testId<PersonId>(103);
const RECRUITER = testId<string>(60);

describe('a journal that was put back, while the working store knows more', () => {
  it('is told what only the store has, by whoever works here, and store and journal are the same again', async () => {
    const a = await ours();
    await save(a.session, BASICS);
    await save(a.session, [personCreate(OSKAR)]);
    await a.session.close();
    a.host.frames.splice(1);
    a.host.recruiterId = RECRUITER;
    const session = await open(a.host, a.name);
    expect(a.host.frames.at(-1)).toMatchObject({ action: 'repair', by: RECRUITER, n: 2 });
    expect(session.roster.current().people.has(OSKAR)).toBe(true);
    const again = await rebuilt(a);
    expect(whole(again)).toEqual(whole(session));
    unwrap(await session.compare());
    const known = a.host.compared?.buckets;
    unwrap(await again.compare());
    expect(a.host.compared?.buckets).toEqual(known); // the note of the repair is a record here as there
  });

  it('deletes once more whoever was deleted, and says nothing of who left sight', async () => {
    const a = await ours();
    await save(a.session, BASICS);
    await save(a.session, [personCreate(OSKAR), personCreate(IDA)]);
    const erase: Change = { kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true };
    await save(a.session, [erase], 'delete-permanently');
    a.host.receive(note('000000000001-0000-', leftNote(IDA)));
    unwrap(await a.session.takeIn());
    await a.session.close();
    a.host.frames.splice(2);
    await (await open(a.host, a.name)).close();
    const told = a.host.frames.slice(2).flatMap(({ changes }) => changes);
    expect(told).toContainEqual(erase);
    expect(told.filter(({ id, kind }) => id === EBBA && kind === 'fold')).toEqual([]);
    expect(told.map(({ id }) => id)).not.toContain(IDA);
  });
});
