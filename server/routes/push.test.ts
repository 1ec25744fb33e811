import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change-set.js';
import type { PersonId } from '../../shared/records/primitives.js';
import { RIGHTS } from '../../shared/records/recruiter.js';
import { organisationCreate, personCreate, setField } from '../../shared/testing/change-builders.js';
import { ENGINES } from '../testing/engines.js';
import { newId, recruiterCreate } from '../testing/records.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

const NOWHERE = setField({ table: 'person', id: 'no-id', dossier: null }, 'city', 'Oslo', []);

describe.each(ENGINES)('a push, on $name', ({ shared }) => {
  let there: TestOrganisation;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
  });
  afterAll(async () => {
    await there.app.close();
  });

  it('is taken, comes to the others and not to its own laptop', async () => {
    const [one, other] = [await there.laptop(), await there.laptop()];
    const { cursor } = await other.load();
    const own = await one.load();
    const id = newId<PersonId>();
    const sent = one.changeSet([organisationCreate(), personCreate(id)]);
    expect((await one.push(sent)).json).toMatchObject({ lastN: 1, refused: [] });
    expect((await other.pull(cursor)).lines).toEqual([{ changeSet: sent }]);
    expect((await one.pull(own.cursor)).lines).toEqual([]);
    expect(
      (await (await there.laptop()).load()).lines.flatMap((line) => ('record' in line ? [line.record.id] : [])),
    ).toContain(id);
  });

  it('that is repeated after a lost answer is answered the same and counts once', async () => {
    const one = await there.laptop();
    const body = one.pushBody([one.changeSet([personCreate(newId())]), one.changeSet([NOWHERE])]);
    const first = await one.ask('POST', '/v1/push', { body });
    const second = await one.ask('POST', '/v1/push', { body, gzip: true });
    expect(first.json).toMatchObject({ lastN: 2, refused: [{ n: 2, code: 'sync/invalid-request' }] });
    expect(second.json).toMatchObject({ ...first.json, serverTime: second.json.serverTime });
  });

  it('names what it cannot take, and takes what stands behind it', async () => {
    const one = await there.laptop();
    const broken = { ...one.changeSet([personCreate(newId())]), changes: [{ kind: 'unheard-of' }] };
    const gone = { n: one.changeSet([NOWHERE]).n, gone: true };
    const sound = one.changeSet([personCreate(newId())]);
    const { json } = await one.push(broken, gone, sound);
    expect(json).toMatchObject({ lastN: 3, refused: [{ n: 1, code: 'sync/invalid-request' }] });
    const hello = await one.ask('GET', '/v1/hello');
    expect(hello.json).toMatchObject({ lastN: 3, lastStamp: sound.stamp });
  });

  it('with a gap, in another epoch, of another schema, or of somebody else is refused, and says where the server stands', async () => {
    const one = await there.laptop();
    const next = one.changeSet([personCreate(newId())]);
    const ask = async (fields: object) =>
      await one.ask('POST', '/v1/push', { body: { ...one.pushBody([next]), ...fields } });
    expect((await ask({ changeSets: [{ ...next, n: 5 }] })).json).toMatchObject({ code: 'sync/gap', lastN: 0 });
    expect((await ask({ epoch: randomUUID() })).json).toMatchObject({ code: 'sync/epoch', epoch: one.epoch, lastN: 0 });
    expect((await ask({ schema: 0 })).json.code).toBe('sync/schema-too-old');
    expect((await ask({ schema: 99 })).json.code).toBe('sync/schema-too-new');
    expect((await ask({ device: (await there.laptop()).device })).json.code).toBe('sync/not-allowed');
    expect((await ask({ changeSets: [] })).json.code).toBe('sync/invalid-request');
    expect((await ask({ changeSets: [next, { ...next, n: 4 }] })).json.code).toBe('sync/invalid-request');
    expect((await ask({})).json.lastN).toBe(1);
  });

  it('from a laptop that was put back is refused; under a further name it goes on, and gets back what it had sent', async () => {
    const one = await there.laptop();
    const { cursor } = await one.load();
    const lost = one.changeSet([personCreate(newId())]);
    await one.push(lost);
    const other = { ...lost, stamp: lost.stamp.replace(/^.{12}/, '0000000000ff'), changes: [personCreate(newId())] };
    expect((await one.push(other)).json).toMatchObject({ code: 'sync/rewound', lastN: 1 });
    const old = one.device;
    const further = old.split('').reverse().join('');
    expect((await one.ask('POST', '/v1/devices/names', { body: { device: further } })).status).toBe(200);
    one.device = further;
    expect((await one.push({ ...other, device: further })).json).toMatchObject({ lastN: 1, refused: [] });
    expect((await one.pull(cursor)).lines).toEqual([{ changeSet: lost }]);
  });

  it('C19 is judged by the rights of whoever wrote it, with the rights that those before it gave', async () => {
    const [eva, per] = [newId(), newId()];
    const rights = await testOrganisation(await shared());
    const one = await rights.laptop(eva);
    const first = one.changeSet([recruiterCreate(eva), recruiterCreate(per, { rights: [] })], {
      action: 'first-start',
    });
    expect((await one.push(first)).json.refused).toEqual([]);
    const two = await rights.laptop(per);
    const demote: Change = setField(
      { table: 'recruiter', id: per, dossier: null },
      'rights',
      [...RIGHTS],
      [first.stamp],
    );
    const { json } = await two.push(
      two.changeSet([demote], { by: per, action: 'deliver' }),
      two.changeSet([personCreate(newId())], { by: per, action: 'capture' }),
      two.changeSet([personCreate(newId())], { by: eva, action: 'capture' }),
    );
    expect(json.refused).toEqual([
      { n: 1, code: 'right/missing' },
      { n: 2, code: 'right/missing' },
      { n: 3, code: 'sync/not-allowed' },
    ]);
    const given = one.changeSet([demote], { by: eva, action: 'edit-recruiter' });
    expect((await one.push(given)).json.refused).toEqual([]);
    expect((await two.write([personCreate(newId())], { by: per, action: 'capture' })).json.refused).toEqual([]);
    await rights.app.close();
  });
});
