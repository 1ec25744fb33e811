import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LaptopsAnswer, type ListedLaptop } from '../../shared/sync/protocol.js';
import { personCreate } from '../../shared/testing/change-builders.js';
import { ENGINES } from '../testing/engines.js';
import { newId, recruiterCreate } from '../testing/records.js';
import type { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

describe.each(ENGINES)('the laptops of an organisation, on $name', ({ shared }) => {
  const [eva, per] = [newId<string>(), newId<string>()];
  let there: TestOrganisation;
  let [evas, pers, everybodys]: SigningLaptop[] = [];
  beforeAll(async () => {
    there = await testOrganisation(await shared());
    [evas, pers, everybodys] = [await there.laptop(eva), await there.laptop(per), await there.laptop()];
    await evas.write([recruiterCreate(eva), recruiterCreate(per, { rights: [] })], { action: 'first-start' });
  });
  afterAll(async () => {
    await there.app.close();
  });

  async function list(laptop: SigningLaptop | undefined, by: string | null = null): Promise<readonly ListedLaptop[]> {
    const answer = await laptop?.ask('GET', by === null ? '/v1/laptops' : `/v1/laptops?by=${by}`);
    return LaptopsAnswer.parse(answer?.json).laptops;
  }
  const codeOf = async (laptop: SigningLaptop | undefined, target: string, body?: unknown) =>
    (await laptop?.ask(body === undefined ? 'GET' : 'POST', target, body === undefined ? {} : { body }))?.json.code;

  it('are told to who administers: whose each is, who was there last and when, and which one asks', async () => {
    const before = Date.now() - 60_000;
    await everybodys?.write([personCreate(newId<never>())], { by: eva });
    await everybodys?.write([personCreate(newId<never>())], { by: null }); // as the program itself does
    const [own, other, stand] = await list(evas);
    const stands = { name: 'Stand 1', standing: 'joined', wipe: false };
    expect(own).toMatchObject({ ...stands, device: evas?.device, recruiterId: eva, isOwn: true });
    expect(other).toMatchObject({
      ...stands,
      recruiterId: per,
      lastBy: null,
      seenAt: null,
      wroteAt: null,
      isOwn: false,
    });
    expect(stand).toMatchObject({
      ...stands,
      device: everybodys?.device,
      recruiterId: null,
      lastBy: eva,
      isOwn: false,
    });
    for (const at of [stand?.seenAt, stand?.wroteAt]) expect(Math.abs((at ?? 0) - before)).toBeLessThan(10 * 60_000);
    expect(await list(everybodys, eva)).toHaveLength(3);
  });

  it('G-9 are told to nobody else, and revoked by nobody else, whoever they say that they are', async () => {
    const target = { device: everybodys?.device, wipe: false };
    expect(await codeOf(pers, `/v1/laptops?by=${eva}`)).toBe('sync/not-allowed');
    expect(await codeOf(everybodys, '/v1/laptops')).toBe('sync/not-allowed');
    expect(await codeOf(everybodys, `/v1/laptops?by=${per}`)).toBe('sync/not-allowed');
    expect(await codeOf(pers, '/v1/laptops/revoke', { ...target, by: eva })).toBe('sync/not-allowed');
    expect((await everybodys?.ask('GET', '/v1/hello'))?.status).toBe(200);
  });

  it('nobody revokes the one that they sit at, or one of another organisation', async () => {
    const elsewhere = await testOrganisation(there.database);
    const stranger = await elsewhere.laptop();
    const revoke = async (device: string | undefined) =>
      await codeOf(evas, '/v1/laptops/revoke', { device, wipe: true, by: eva });
    expect(await revoke(evas?.device)).toBe('sync/not-allowed');
    expect(await revoke(stranger.device)).toBe('sync/not-found');
    expect((await stranger.ask('GET', '/v1/hello')).status).toBe(200);
    expect((await evas?.ask('GET', '/v1/hello'))?.status).toBe(200);
    await elsewhere.app.close();
  });

  it('a lost one is revoked, and later told to destroy what it has; it stays in the list', async () => {
    const lost = await there.laptop();
    const revoke = async (wipe: boolean) =>
      (await evas?.ask('POST', '/v1/laptops/revoke', { body: { device: lost.device, wipe, by: null } }))?.status;
    const listed = async () => (await list(evas)).find(({ device }) => device === lost.device);
    expect(await revoke(false)).toBe(200);
    expect((await lost.ask('GET', '/v1/hello')).json).toMatchObject({ code: 'sync/revoked', wipe: false });
    expect(await listed()).toMatchObject({ standing: 'revoked', wipe: false });
    expect(await revoke(true)).toBe(200);
    expect((await lost.ask('GET', '/v1/hello')).json).toMatchObject({ code: 'sync/revoked', wipe: true });
    expect(await listed()).toMatchObject({ standing: 'revoked', wipe: true });
  });
});
