import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson, eraseDossier, idOf } from '../../electron/services/testing/make-change-set.js';
import { DAY } from '../../shared/lib/time.js';
import { canonicalState, DigestSums, digestedText } from '../../shared/sync/digest.js';
import { RunningLaptop, type LaptopRecord } from './running-laptop.js';
import { startRunningServer, type RunningServer } from './running-server.js';

let server: RunningServer;
let ebba: RunningLaptop;
let oskar: RunningLaptop;

beforeAll(async () => {
  server = await startRunningServer();
  [ebba, oskar] = [await joined(), await joined()];
  for (let i = 1; i <= 5; i++) await ebba.write([createPerson(idOf(i)), createPerson(`${i.toString()}f`.repeat(16))]);
  await oskar.write([createPerson(idOf(6))]);
  await oskar.write([eraseDossier(idOf(6))]);
  for (const laptop of [ebba, oskar, ebba]) await laptop.settle();
});
afterAll(async () => {
  await ebba.stop();
  await oskar.stop();
  await server.close();
});

async function joined(): Promise<RunningLaptop> {
  return await RunningLaptop.join(server.proxy.origin, await server.code());
}

/** As the page does it from its records. */
async function compare(laptop: RunningLaptop) {
  const head = await laptop.handlers['journal.open'](null);
  const buckets = sumUp(await laptop.records());
  return await laptop.handlers['sync.compare']({ at: head.ok ? head.value.seq : 0, buckets });
}

function sumUp(records: readonly LaptopRecord[]): Record<string, string> {
  const sums = new DigestSums();
  for (const { table, id, state } of records) {
    const hash = createHash('sha256')
      .update(digestedText(table, id, canonicalState(state)))
      .digest();
    if (!state.erased) sums.add(id, hash.readBigUInt64BE(0));
  }
  return sums.buckets;
}

async function standing(laptop: RunningLaptop) {
  const answer = await laptop.handlers['sync.state'](null);
  return answer.ok ? answer.value : null;
}

const SAME = { ok: true, value: { differs: false } };

describe('the daily comparison with the server itself', () => {
  it('finds nothing where both know the same, with one request, once a day', async () => {
    expect(await standing(oskar)).toMatchObject({ compareDue: false });
    oskar.later(DAY);
    expect(await standing(oskar)).toMatchObject({ compareDue: true });
    await oskar.settle();
    server.proxy.requests.length = 0;
    expect(await compare(oskar)).toEqual(SAME);
    expect(server.proxy.requests).toEqual(['GET /v1/digest']);
    expect(await standing(oskar)).toMatchObject({ compareDue: false });
  });

  it('finds what the server lost, and has it sent again', async () => {
    await server.database.query('DELETE FROM record WHERE organisation = $1 AND id = $2', [
      server.organisation,
      idOf(3),
    ]);
    expect(await compare(ebba)).toEqual({ ok: true, value: { differs: true } });
    await ebba.settle();
    expect((await standing(ebba))?.resend).not.toBeNull(); // for the page, which knows what the server did not tell
  });

  it('loads what this laptop lost', async () => {
    const buckets = sumUp((await oskar.records()).slice(1));
    const head = await oskar.handlers['journal.open'](null);
    const at = head.ok ? head.value.seq : 0;
    expect(await oskar.handlers['sync.compare']({ at, buckets })).toMatchObject({ value: { differs: true } });
    server.proxy.requests.length = 0;
    await oskar.settle();
    expect(server.proxy.requests[0]).toContain('GET /v1/records');
  });

  it('is put off while something is under way', async () => {
    const late = await joined();
    await late.settle();
    await late.write([createPerson(idOf(9))]);
    expect(await compare(late)).toMatchObject({ code: 'journal/behind' });
    await late.settle();
    const other = await joined();
    await other.settle();
    await late.write([createPerson(idOf(10))]);
    await late.settle();
    expect(await compare(other)).toEqual(SAME); // it has not heard of it yet: no difference
    await late.stop();
    await other.stop();
  });

  it('comes soon after the server was restored', async () => {
    await server.database.query('UPDATE organisation SET epoch = gen_random_uuid() WHERE id = $1', [
      server.organisation,
    ]);
    const late = await joined();
    await late.settle();
    await server.database.query('UPDATE organisation SET epoch = gen_random_uuid() WHERE id = $1', [
      server.organisation,
    ]);
    await late.settle();
    await late.handlers['sync.resent'](null);
    expect(await standing(late)).toMatchObject({ compareDue: true });
    await late.stop();
  });
});
