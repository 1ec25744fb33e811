import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../shared/lib/json.js';
import type { FeedLine } from '../../shared/sync/protocol.js';
import { applicationCreate, personCreate, setField, vacancyCreate } from '../../shared/testing/change-builders.js';
import { ENGINES } from '../testing/engines.js';
import { newId, recruiterCreate } from '../testing/records.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

const dossiersOf = (lines: readonly FeedLine[]) =>
  new Set(lines.flatMap((line) => ('record' in line && line.record.dossier !== null ? [line.record.dossier] : [])));
const leftOf = (lines: readonly FeedLine[]) => lines.flatMap((line) => ('left' in line ? [line.left] : [])).sort();

describe.each(ENGINES)('G-9 what a laptop may see, on $name', ({ shared }) => {
  const [eva, per] = [newId(), newId()];
  const [finance, sales, open] = [newId<never>(), newId<never>(), newId<never>()];
  let there: TestOrganisation;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
  });
  afterAll(async () => {
    await there.app.close();
  });

  it('follows the departments of the vacancies, while they change and while the recruiter changes', async () => {
    const one = await there.laptop(eva);
    const write = async (changes: Parameters<typeof one.write>[0]) => {
      expect((await one.write(changes, { by: eva, action: 'read-export' })).json.refused).toEqual([]);
    };
    const set = (table: string, id: string, value: Json) =>
      setField({ table, id, dossier: null }, table === 'vacancy' ? 'department' : 'departments', value, [
        '0'.repeat(12) + '-0000-' + '0'.repeat(16),
      ]);
    await one.write([recruiterCreate(eva), recruiterCreate(per, { departments: ['Finance'] })], {
      action: 'first-start',
    });
    await write([
      vacancyCreate(finance, { department: 'Finance' }),
      vacancyCreate(sales, { department: 'Sales' }),
      vacancyCreate(open),
    ]);
    const [inFinance, inSales, inNone, inOpen] = [newId<never>(), newId<never>(), newId<never>(), newId<never>()];
    await write([
      ...[inFinance, inSales, inNone, inOpen].map((id) => personCreate(id)),
      applicationCreate(newId(), { personId: inFinance, vacancyId: finance }),
      applicationCreate(newId(), { personId: inSales, vacancyId: sales }),
      applicationCreate(newId(), { personId: inOpen, vacancyId: open }),
    ]);

    const two = await there.laptop(per);
    const loaded = await two.load();
    expect(dossiersOf(loaded.lines)).toEqual(new Set([inFinance, inNone, inOpen]));
    expect(dossiersOf((await one.load()).lines)).toEqual(new Set([inFinance, inSales, inNone, inOpen]));

    // A change set of two dossiers comes without what is out of sight.
    const city = (id: string) => setField({ table: 'person', id, dossier: id }, 'city', 'Lund', []);
    await write([city(inSales), city(inFinance)]);
    await write([city(inSales)]);
    const filtered = await two.pull(loaded.cursor);
    expect(filtered.lines).toEqual([{ changeSet: expect.objectContaining({ changes: [city(inFinance)] }) as never }]);

    // An application in a vacancy of the own department brings the whole dossier into sight.
    await write([applicationCreate(newId(), { personId: inSales, vacancyId: finance })]);
    const came = await two.pull(filtered.cursor);
    expect(dossiersOf(came.lines)).toEqual(new Set([inSales]));
    expect(came.lines).toHaveLength(3);

    // The vacancy goes to another department: who is in no other one of the own leaves sight.
    await write([set('vacancy', finance, 'Sales')]);
    const left = await two.pull(came.cursor);
    expect(leftOf(left.lines)).toEqual([inFinance, inSales].sort());
    expect(dossiersOf((await two.load()).lines)).toEqual(new Set([inNone, inOpen]));

    // Whoever was away for all of it is told the same.
    expect(leftOf((await two.pull(loaded.cursor)).lines)).toContain(inFinance);

    await write([set('recruiter', per, ['Sales'])]);
    const changed = await two.ask('GET', `/v1/pull?cursor=${encodeURIComponent(left.cursor)}`);
    expect(changed.json.code).toBe('sync/scope');
    expect(dossiersOf((await two.load()).lines)).toEqual(new Set([inFinance, inSales, inNone, inOpen]));
  });

  it('ends for a dossier that a laptop files for a department out of its sight, once it was sent', async () => {
    const [one, two] = [await there.laptop(eva), await there.laptop(per)];
    const [law, filed] = [newId<never>(), newId<never>()];
    await one.write([vacancyCreate(law, { department: 'Law' })], { by: eva, action: 'read-export' });
    const { cursor } = await two.load();
    const application = applicationCreate(newId(), { personId: filed, vacancyId: law });
    const sent = await two.write([personCreate(filed), application], { by: per, action: 'capture' });
    expect(sent.json.refused).toEqual([]);
    expect((await two.pull(cursor)).lines).toEqual([{ left: filed }]);
    expect(dossiersOf((await one.load()).lines)).toContain(filed);
  });

  it('is what the digest sums up', async () => {
    for (const laptop of [await there.laptop(), await there.laptop(per)]) {
      const sums = new Map<string, bigint>();
      for (const line of (await laptop.load()).lines) {
        if (!('record' in line)) continue;
        const { table, id, state } = line.record;
        const hash = createHash('sha256')
          .update(`${table} ${id} ${canonicalJson(state)}`)
          .digest();
        const bucket = id.slice(0, 2);
        sums.set(bucket, BigInt.asUintN(64, (sums.get(bucket) ?? 0n) + hash.readBigUInt64BE(0)));
      }
      const expected = Object.fromEntries(
        [...sums].map(([bucket, sum]) => [bucket, sum.toString(16).padStart(16, '0')]),
      );
      expect((await laptop.ask('GET', '/v1/digest')).json.buckets).toEqual(expected);
    }
  });

  it('a cursor of another organisation, or one that was changed, is not taken', async () => {
    const elsewhere = await testOrganisation(await shared());
    const { cursor } = await (await elsewhere.laptop()).load();
    const one = await there.laptop();
    for (const bad of [cursor, `${(await one.load()).cursor}x`, 'nonsense']) {
      expect((await one.ask('GET', `/v1/pull?cursor=${encodeURIComponent(bad)}`)).json.code).toBe(
        'sync/cursor-expired',
      );
    }
    await elsewhere.app.close();
  });
});
