import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE_PART } from '../../shared/sync/protocol.js';
import { personCreate } from '../../shared/testing/change-builders.js';
import { readRange } from '../http/read-range.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
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
