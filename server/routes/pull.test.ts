import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUSH_AT_ONCE } from '../../shared/sync/protocol.js';
import { personCreate } from '../../shared/testing/change-builders.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import type { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

/** Numbers of which nothing is left, more than are read at a time. */
async function pushGone(laptop: SigningLaptop): Promise<void> {
  for (let request = 0; request < 5; request++) {
    const gone = Array.from({ length: PUSH_AT_ONCE }, () => ({ n: laptop.changeSet([]).n, gone: true }));
    expect((await laptop.push(...gone)).status).toBe(200);
  }
}

describe.each(ENGINES)('a pull, on $name', ({ shared }) => {
  let there: TestOrganisation;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
  });
  afterAll(async () => {
    await there.app.close();
  });

  it('brings more than one page holds, in order and once', async () => {
    const [one, other] = [await there.laptop(), await there.laptop()];
    const { cursor } = await other.load();
    const sent = [1, 2, 3].map((n) => one.changeSet([personCreate(newId(), { city: n.toString().repeat(2_500_000) })]));
    expect((await one.push(...sent)).json).toMatchObject({ lastN: 3, refused: [] });
    const { lines, pages } = await other.pull(cursor);
    expect(lines.map((line) => ('changeSet' in line ? line.changeSet.n : null))).toEqual([1, 2, 3]);
    expect(pages).toBe(2);
  });

  it('of all records is refused where a laptop was greeted by another epoch, and given where it was not greeted', async () => {
    const one = await there.laptop();
    const hello = await one.ask('GET', '/v1/hello');
    const epoch = String(hello.json['epoch']);
    expect((await one.ask('GET', `/v1/records?epoch=${epoch}`)).status).toBe(200);
    const other = '44444444-4444-4444-8444-444444444444';
    const refused = await one.ask('GET', `/v1/records?epoch=${other}`);
    expect(refused).toMatchObject({ status: 409, json: { code: 'sync/epoch', epoch, lastN: 0 } });
    expect((await one.ask('GET', '/v1/records')).status).toBe(200);
  });

  it('is one page where little is behind much that concerns nobody', async () => {
    const [one, other] = [await there.laptop(), await there.laptop()];
    const { cursor } = await other.load();
    await pushGone(one);
    const sent = one.changeSet([personCreate(newId())]);
    await one.push(sent);
    await pushGone(one);
    expect(await other.pull(cursor)).toMatchObject({ lines: [{ changeSet: sent }], pages: 2 });
    expect((await one.pull(cursor)).pages).toBe(1);
  });
});
