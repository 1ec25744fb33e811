import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change-set.js';
import { applicationCreate, personCreate, setField, testId } from '../../shared/testing/change-builders.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

const erase = (person: string): Change => ({
  ...{ kind: 'erase', table: 'person', id: person, dossier: person },
  ...{ whole: true, forgets: true },
});

describe.each(ENGINES)('an erasure, on $name', ({ shared }) => {
  let there: TestOrganisation;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
  });
  afterAll(async () => {
    await there.app.close();
  });

  /** Everything that the store holds of an organisation, as text. */
  async function storeText(): Promise<string> {
    const rows = await there.database.query(
      `SELECT body AS text FROM change_set WHERE organisation = $1
       UNION ALL SELECT state FROM record WHERE organisation = $1`,
      [there.id],
    );
    return JSON.stringify(rows);
  }

  it('of a person leaves nothing in log and records, reaches the others, and lets nothing come back', async () => {
    const [one, other] = [await there.laptop(), await there.laptop()];
    const { cursor } = await other.load();
    const [gone, stays] = [newId<never>(), newId<never>()];
    const both = one.changeSet([personCreate(gone, { city: 'Kiruna' }), personCreate(stays, { city: 'Gävle' })]);
    await one.push(
      both,
      one.changeSet([applicationCreate(newId(), { personId: gone, vacancyId: testId(1), text: 'Kiruna' })]),
    );
    expect(await storeText()).toContain('Kiruna');
    const erased = one.changeSet([erase(gone)]);
    await one.push(erased);
    expect(await storeText()).not.toContain('Kiruna');
    expect(await storeText()).toContain('Gävle');
    const late = setField({ table: 'person', id: gone, dossier: gone }, 'city', 'Kiruna', [both.stamp]);
    const kept = setField({ table: 'person', id: stays, dossier: stays }, 'city', 'Lund', [both.stamp]);
    const nothing = other.changeSet([late]);
    const mixed = other.changeSet([late, kept]);
    expect((await other.push(nothing, mixed)).json).toMatchObject({ lastN: 2, refused: [] });
    expect(await storeText()).not.toContain('Kiruna');
    const heard = await other.pull(cursor);
    expect(heard.lines).toEqual([{ changeSet: { ...both, changes: both.changes.slice(1) } }, { changeSet: erased }]);
    const own = await one.pull(cursor);
    expect(own.lines).toEqual([{ changeSet: { ...mixed, changes: [kept] } }]);
    expect((await other.load()).lines).toContainEqual({ left: gone });
  });

  it('in the push that also wrote what is erased leaves nothing either', async () => {
    const one = await there.laptop();
    const gone = newId<never>();
    await one.push(one.changeSet([personCreate(gone, { city: 'Abisko' })]), one.changeSet([erase(gone)]));
    expect(await storeText()).not.toContain('Abisko');
    expect((await one.load()).lines).not.toContainEqual({
      record: expect.objectContaining({ dossier: gone }) as never,
    });
  });

  it('R16 of one application makes unreadable what was written about it, and leaves the person', async () => {
    const one = await there.laptop();
    const [person, application] = [newId<never>(), newId()];
    const created = applicationCreate(application, { personId: person, vacancyId: testId(1), text: 'Riksgränsen' });
    await one.write([personCreate(person, { city: 'Umeå' }), created]);
    const target = { table: 'application', id: application, dossier: person };
    await one.write([{ kind: 'erase', ...target, whole: false, forgets: true }]);
    expect(await storeText()).not.toContain('Riksgränsen');
    expect(await storeText()).toContain('Umeå');
    await one.write([created]);
    expect(await storeText()).not.toContain('Riksgränsen');
  });
});
