import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE_PART } from '../../shared/sync/protocol.js';
import type { Change } from '../../shared/changes/change-set.js';
import { applicationCreate, personCreate, vacancyCreate } from '../../shared/testing/change-builders.js';
import { readRange } from '../http/read-range.js';
import { ENGINES } from '../testing/engines.js';
import { newId, recruiterCreate } from '../testing/records.js';
import type { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(ENGINES)('files, on $name', ({ shared }) => {
  let there: TestOrganisation;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
  });
  afterAll(async () => {
    await there.app.close();
  });

  function file(size: number) {
    const bytes = randomBytes(size);
    const parts = Array.from({ length: Math.ceil(size / FILE_PART) }, (_, part) =>
      bytes.subarray(part * FILE_PART, (part + 1) * FILE_PART),
    );
    return { id: newId(), bytes, parts, offer: { size, sha256: sha256(bytes), parts: parts.map(sha256) } };
  }

  it('come in parts, go on with those that are missing, and are read as a whole or in ranges', async () => {
    const [one, other] = [await there.laptop(), await there.laptop()];
    const { id, bytes, parts, offer } = file(2 * FILE_PART + 10);
    const body = { dossier: null, ...offer };
    expect((await one.ask('POST', `/v1/files/${id}`, { body })).json.missing).toEqual([0, 1, 2]);
    const put = async (part: number, sent: Uint8Array) =>
      await one.ask('PUT', `/v1/files/${id}/${part}`, { bytes: sent });
    expect((await put(1, parts[1]!)).json.missing).toEqual([0, 2]);
    expect((await put(1, parts[1]!)).json.missing).toEqual([0, 2]);
    expect((await put(2, parts[1]!)).json.code).toBe('sync/damaged-part');
    expect((await other.ask('GET', `/v1/files/${id}`)).json.code).toBe('sync/incomplete-file');
    expect((await one.ask('POST', `/v1/files/${id}`, { body })).json.missing).toEqual([0, 2]);
    await put(0, parts[0]!);
    expect((await put(2, parts[2]!)).json.missing).toEqual([]);
    const read = async (headers: Record<string, string>) =>
      await there.app.inject({
        url: `/v1/files/${id}`,
        headers: { ...other.headersFor('GET', `/v1/files/${id}`, {}, null), ...headers },
      });
    expect((await read({})).rawPayload.equals(bytes)).toBe(true);
    const from = FILE_PART - 5;
    const ranged = await read({ range: `bytes=${from}-${from + 9}` });
    expect(ranged.statusCode).toBe(206);
    expect(ranged.rawPayload.equals(bytes.subarray(from, from + 10))).toBe(true);
    expect((await read({ range: `bytes=${bytes.length}-` })).statusCode).toBe(416);
  });

  it('whose whole is not what was said begin anew', async () => {
    const one = await there.laptop();
    const { id, parts, offer } = file(10);
    await one.ask('POST', `/v1/files/${id}`, { body: { dossier: null, ...offer, sha256: sha256(randomBytes(3)) } });
    expect((await one.ask('PUT', `/v1/files/${id}/0`, { bytes: parts[0]! })).json.code).toBe('sync/damaged-part');
    expect((await one.ask('GET', `/v1/files/${id}`)).json.code).toBe('sync/not-found');
  });

  it('of somebody who was erased go at once, and are not taken again', async () => {
    const one = await there.laptop();
    const person = newId<never>();
    const { id, parts, offer } = file(10);
    const body = { dossier: person, ...offer };
    await one.write([personCreate(person)]);
    await one.ask('POST', `/v1/files/${id}`, { body });
    await one.ask('PUT', `/v1/files/${id}/0`, { bytes: parts[0]! });
    const target = { table: 'person', id: person, dossier: person };
    await one.write([{ kind: 'erase', ...target, whole: true, forgets: true }]);
    expect(await there.database.query('SELECT 1 AS one FROM file_part WHERE file = $1', [id])).toEqual([]);
    expect((await one.ask('GET', `/v1/files/${id}`)).json.code).toBe('sync/not-found');
    expect((await one.ask('POST', `/v1/files/${id}`, { body })).json.code).toBe('sync/erased');
  });
});

describe.each(ENGINES)('who may have a file, on $name', ({ shared }) => {
  const [per, eva] = [newId(), newId()];
  const [sales, person] = [newId<never>(), newId<never>()];
  let there: TestOrganisation;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
  });
  afterAll(async () => {
    await there.app.close();
  });

  function small() {
    const bytes = randomBytes(10);
    return { id: newId(), bytes, body: { dossier: person, size: 10, sha256: sha256(bytes), parts: [sha256(bytes)] } };
  }

  it('follows the departments of its dossier; what is not whole is not told of', async () => {
    const one = await there.laptop(eva);
    await one.write([recruiterCreate(eva), recruiterCreate(per, { departments: ['Finance'] })], {
      action: 'first-start',
    });
    const application = applicationCreate(newId(), { personId: person, vacancyId: sales });
    const written = await one.write(
      [vacancyCreate(sales, { department: 'Sales' }), personCreate(person), application],
      { by: eva, action: 'read-export' },
    );
    expect(written.json.refused).toEqual([]);
    const other = await there.laptop(per);
    const { id, bytes, body } = small();
    await one.ask('POST', `/v1/files/${id}`, { body });
    const asked = async (laptop: SigningLaptop) =>
      JSON.parse((await laptop.ask('POST', '/v1/files', { body: { ids: [id, newId()] } })).text) as unknown;
    expect(await asked(one)).toEqual({ files: [] });
    await one.ask('PUT', `/v1/files/${id}/0`, { bytes });
    expect(await asked(one)).toEqual({ files: [{ id, ...body }] });
    expect(await asked(other)).toEqual({ files: [] });
    expect((await other.ask('GET', `/v1/files/${id}`)).json.code).toBe('sync/not-found');
    expect((await other.ask('PUT', `/v1/files/${id}/0`, { bytes })).json.code).toBe('sync/not-found');
    const planted = small();
    expect((await other.ask('POST', `/v1/files/${planted.id}`, { body: planted.body })).json.code).toBe(
      'sync/not-found',
    );
    expect((await one.ask('PUT', `/v1/files/${planted.id}/0`, { bytes })).json.code).toBe('sync/not-found');
  });

  it('of a dossier that left its sight is still taken from the laptop that wrote about it, and not given to it', async () => {
    const [hers, his, another] = [await there.laptop(eva), await there.laptop(per), await there.laptop(per)];
    const met = newId<never>();
    await his.write([personCreate(met)], { by: per, action: 'capture' });
    const moved = applicationCreate(newId(), { personId: met, vacancyId: sales });
    expect((await hers.write([moved], { by: eva, action: 'read-export' })).json.refused).toEqual([]);
    const { id, bytes, body } = small();
    const offer = { body: { ...body, dossier: met } };
    const put = async (laptop: SigningLaptop) => (await laptop.ask('PUT', `/v1/files/${id}/0`, { bytes })).json;
    const again = applicationCreate(newId(), { personId: met, vacancyId: sales });
    expect((await another.write([again], { by: eva, action: 'read-export' })).json.refused).toHaveLength(1); // which is no word about it
    expect((await another.ask('POST', `/v1/files/${id}`, offer)).json.code).toBe('sync/not-found');
    expect((await his.ask('POST', `/v1/files/${id}`, offer)).json.missing).toEqual([0]);
    expect((await put(another)).code).toBe('sync/not-found');
    expect((await put(his)).missing).toEqual([]);
    expect((await his.ask('POST', `/v1/files/${id}`, offer)).json.missing).toEqual([]); // the answer may have been lost
    expect((await his.ask('GET', `/v1/files/${id}`)).json.code).toBe('sync/not-found');
    expect((await his.ask('POST', '/v1/files', { body: { ids: [id] } })).text).toBe('{"files":[]}');
    expect((await hers.ask('GET', `/v1/files/${id}`)).status).toBe(200);
  });

  it('is nobody any more when its document is deleted, whether it came before or comes after', async () => {
    const one = await there.laptop(eva);
    const [before, after] = [small(), small()];
    const documents = [before, after].map(({ id }) => ({ id: newId(), fileId: id }));
    const create = documents.map(({ id, fileId }): Change => {
      return { kind: 'create', table: 'document', id, dossier: person, fields: { fileId } };
    });
    await one.write(create, { by: eva, action: 'read-export' });
    await one.ask('POST', `/v1/files/${before.id}`, { body: before.body });
    await one.ask('PUT', `/v1/files/${before.id}/0`, { bytes: before.bytes });
    const erase = documents.map(({ id }): Change => {
      return { kind: 'erase', table: 'document', id, dossier: person, whole: false };
    });
    expect((await one.write(erase, { by: eva, action: 'undo' })).json.refused).toEqual([]);
    expect(await there.database.query('SELECT 1 AS one FROM file_part WHERE file = $1', [before.id])).toEqual([]);
    for (const { id, body } of [before, after]) {
      expect((await one.ask('POST', `/v1/files/${id}`, { body })).json.code).toBe('sync/erased');
      expect((await one.ask('GET', `/v1/files/${id}`)).json.code).toBe('sync/erased');
    }
  });

  it('does not change what a file is: another content under its id is refused', async () => {
    const one = await there.laptop(eva);
    const [first, other] = [small(), small()];
    await one.ask('POST', `/v1/files/${first.id}`, { body: first.body });
    expect((await one.ask('POST', `/v1/files/${first.id}`, { body: other.body })).json.code).toBe('sync/damaged-part');
  });
});

describe('a range of bytes (RFC 9110 14.2)', () => {
  it.each([
    [undefined, null],
    ['bytes=0-', { from: 0, to: 9 }],
    ['bytes=2-3', { from: 2, to: 3 }],
    ['bytes=2-99', { from: 2, to: 9 }],
    ['bytes=-4', { from: 6, to: 9 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=0-1,3-4', null],
    ['lines=0-1', null],
  ])('%s of ten is %j', (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });
});
