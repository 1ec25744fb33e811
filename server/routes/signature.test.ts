import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revoke } from '../store/laptop-rows.js';
import { personCreate } from '../../shared/testing/change-builders.js';
import { invite } from '../store/invitation-rows.js';
import { ENGINES } from '../testing/engines.js';
import { newId, recruiterCreate } from '../testing/records.js';
import { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

describe.each(ENGINES)('joining and signing, on $name', ({ shared }) => {
  let there: TestOrganisation;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
  });
  afterAll(async () => {
    await there.app.close();
  });
  const code = async () => (await invite(there.database, there.id, null)).code;

  it('lets a laptop join by an invitation, once, and answers the same laptop again', async () => {
    const invitation = await code();
    const one = new SigningLaptop(there.app);
    const first = await one.join(invitation);
    expect(first.json).toMatchObject({ organisation: { id: there.id, name: 'Fjordkraft' }, recruiterId: null });
    expect((await one.join(invitation)).json).toEqual(first.json);
    expect((await new SigningLaptop(there.app).join(invitation)).json.code).toBe('sync/unknown-invitation');
    expect((await new SigningLaptop(there.app).join('0000-0000-0000-0000')).json.code).toBe('sync/unknown-invitation');
    const thief = new SigningLaptop(there.app);
    thief.device = one.device;
    expect((await thief.join(await code())).json.code).toBe('sync/device-taken');
  });

  it('refuses an invitation that is over', async () => {
    const invitation = await code();
    await there.database.query(`UPDATE invitation SET expires_at = now() WHERE organisation = $1`, [there.id]);
    expect((await new SigningLaptop(there.app).join(invitation)).json.code).toBe('sync/unknown-invitation');
  });

  it('refuses a request that is not signed, signed with another key, changed, late, or sent a second time', async () => {
    const one = await there.laptop();
    const stranger = new SigningLaptop(there.app);
    const hello = '/v1/hello';
    expect((await there.app.inject({ url: hello })).json()).toMatchObject({ code: 'sync/bad-signature', status: 401 });
    expect((await stranger.ask('GET', hello)).json.code).toBe('sync/bad-signature');
    expect((await stranger.ask('GET', hello, { keyid: one.device })).json.code).toBe('sync/bad-signature');
    const headers = one.headersFor('GET', hello, {}, null);
    expect((await there.app.inject({ url: `${hello}?more`, headers })).json()).toMatchObject({
      code: 'sync/bad-signature',
    });
    expect((await there.app.inject({ url: hello, headers })).statusCode).toBe(200);
    expect((await there.app.inject({ url: hello, headers })).json()).toMatchObject({ code: 'sync/replayed' });
    const late = await one.ask('GET', hello, { created: Math.floor(Date.now() / 1000) - 301 });
    expect(late.json.code).toBe('sync/clock');
    expect(Math.abs((late.json.serverTime ?? 0) - Date.now())).toBeLessThan(60_000);
    expect((await there.app.inject({ url: '/v1/time' })).json()).toEqual({ serverTime: expect.any(Number) as number });
  });

  it('refuses a body that is not the one that was signed', async () => {
    const one = await there.laptop();
    const body = Buffer.from(JSON.stringify({ device: newId() }));
    const headers = one.headersFor('POST', '/v1/devices/names', {}, body);
    const payload = Buffer.from(JSON.stringify({ device: newId() }));
    const sent = { method: 'POST', url: '/v1/devices/names', payload } as const;
    const answer = await there.app.inject({ ...sent, headers: { ...headers, 'content-type': 'application/json' } });
    expect(answer.json()).toMatchObject({ code: 'sync/bad-signature' });
  });

  it('takes nothing from a revoked laptop, under whatever name, and asks it to wipe when that was said', async () => {
    const one = await there.laptop();
    const further = newId().slice(16);
    await one.ask('POST', '/v1/devices/names', { body: { device: further } });
    expect(await revoke(there.database, further, false)).toBe(true);
    expect((await one.write([personCreate(newId())])).json).toMatchObject({ code: 'sync/revoked', wipe: false });
    await revoke(there.database, one.device, true);
    expect((await one.ask('GET', '/v1/records')).json).toMatchObject({ code: 'sync/revoked', wipe: true });
    expect((await one.join(await code())).json.code).toBe('sync/revoked');
  });

  it('G-9 lets who administers invite, and nobody else', async () => {
    const other = await testOrganisation(await shared());
    const [eva, per] = [newId(), newId()];
    const one = await other.laptop(eva);
    await one.write([recruiterCreate(eva), recruiterCreate(per, { rights: [] })], { action: 'first-start' });
    const codeFrom = async (laptop: SigningLaptop, by: string | null): Promise<string> =>
      (await laptop.ask('POST', '/v1/invitations', { body: { recruiterId: per, by } })).json.code ?? '';
    const joined = await new SigningLaptop(other.app).join(await codeFrom(one, null));
    expect(joined.json).toMatchObject({ recruiterId: per });
    // At a laptop of everybody counts who works there; at somebody's own, whose it is.
    const [pers, everybodys] = [await other.laptop(per), await other.laptop()];
    expect(await codeFrom(pers, eva)).toBe('sync/not-allowed');
    expect(await codeFrom(everybodys, null)).toBe('sync/not-allowed');
    expect(await codeFrom(everybodys, per)).toBe('sync/not-allowed');
    const further = await new SigningLaptop(other.app).join(await codeFrom(everybodys, eva));
    expect(further.json).toMatchObject({ recruiterId: per });
    await other.app.close();
  });
});
