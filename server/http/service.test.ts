import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personCreate } from '../../shared/testing/change-builders.js';
import type { PersonId } from '../../shared/records/primitives.js';
import type { Database } from '../database/database.js';
import { SENDS_NOTHING } from '../sending/sending-account.js';
import { serve } from '../serve.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';
import { buildServer } from './build-server.js';

describe.each(ENGINES)('a node of the server, on $name', ({ shared }) => {
  let database: Database;
  let there: TestOrganisation;
  let log = '';
  beforeAll(async () => {
    database = await shared();
    const to = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    there = await testOrganisation(database, { log: { level: 'debug', to } });
  });
  afterAll(async () => {
    await there.app.close();
  });

  it('says whether it runs, whether its store answers, and how it does', async () => {
    expect((await there.app.inject('/health')).json()).toEqual({ status: 'up' });
    expect((await there.app.inject('/ready')).json()).toEqual({ status: 'up' });
    const { body } = await there.app.inject('/metrics');
    expect(body).toContain('fairdesk_request_seconds_count{method="GET",route="/ready",status="200"}');
    expect(body).toContain('# TYPE fairdesk_sending_stopped_total counter');
    const broken = await buildServer({
      database: { ...database, query: async () => Promise.reject(new Error('the store is gone')) },
    });
    expect((await broken.inject('/health')).statusCode).toBe(200);
    expect((await broken.inject('/ready')).statusCode).toBe(503);
    await broken.close();
  });

  it('describes its protocol', async () => {
    const document = (await there.app.inject('/openapi.json')).json<{ paths: Record<string, object> }>();
    expect(Object.keys(document.paths).sort()).toEqual([
      '/health',
      '/ready',
      '/v1/devices',
      '/v1/devices/leave',
      '/v1/devices/names',
      '/v1/digest',
      '/v1/files',
      '/v1/files/{id}',
      '/v1/files/{id}/{part}',
      '/v1/hello',
      '/v1/invitations',
      '/v1/laptops',
      '/v1/laptops/revoke',
      '/v1/logins',
      '/v1/pull',
      '/v1/push',
      '/v1/records',
      '/v1/senders',
      '/v1/stream',
      '/v1/time',
    ]);
    const push = JSON.stringify(document.paths['/v1/push']);
    for (const word of ['changeSets', 'lastN', 'refused', 'sync/gap', '"gone"']) expect(push).toContain(word);
    expect(JSON.stringify(document.paths['/v1/pull'])).toContain('"left"');
  });

  it('logs no body, no query and no value of the store, also when something fails', async () => {
    const one = await there.laptop();
    const { cursor } = await one.load();
    await one.write([personCreate(newId<PersonId>(), { givenName: 'Ebba-Lovisa' })]);
    await one.pull(cursor);
    const failing = await buildServer({
      database: { ...database, transaction: async () => Promise.reject(new Error('Key (name)=(Ebba-Lovisa) exists')) },
      log: {
        level: 'debug',
        to: new Writable({ write: (chunk: Buffer, _encoding, done) => ((log += chunk.toString()), done()) }),
      },
    });
    const laptop = new SigningLaptop(failing);
    expect((await laptop.join('0000-0000-0000-0000')).json).toMatchObject({ code: 'sync/server-fault', status: 500 });
    await failing.close();
    expect(log).toContain('"path":"/v1/push"');
    expect(log).toContain('"statusCode":500');
    expect(log).not.toContain('Ebba-Lovisa');
    expect(log).not.toContain(cursor);
  });

  it('refuses what is too long, what unfolds to too much, and what is no JSON', async () => {
    const one = await there.laptop();
    const long = await there.app.inject({
      ...{ method: 'POST', url: '/v1/push', payload: '{}' },
      headers: { 'content-type': 'application/json', 'content-length': String(40 * 1024 * 1024) },
    });
    expect(long.json()).toMatchObject({ code: 'sync/too-large', status: 413 });
    const send = async (body: Buffer, headers: Record<string, string>) =>
      (
        await there.app.inject({
          ...{ method: 'POST', url: '/v1/push', payload: body },
          headers: { ...one.headersFor('POST', '/v1/push', {}, body), 'content-type': 'application/json', ...headers },
        })
      ).json<{ code: string }>().code;
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    expect(await send(bomb, { 'content-encoding': 'gzip' })).toBe('sync/too-large');
    expect(await send(bomb, { 'content-encoding': 'br' })).toBe('sync/invalid-request');
    expect(await send(Buffer.from('{'), {})).toBe('sync/invalid-request');
    expect((await one.ask('GET', '/v1/nowhere')).json.code).toBe('sync/not-found');
  });

  it('lets nobody guess invitations', async () => {
    const node = await buildServer({ database });
    const guesses = [];
    for (let guess = 0; guess < 21; guess += 1) guesses.push(await new SigningLaptop(node).join('0000-0000-0000-0000'));
    expect(guesses.map(({ json }) => json.code).slice(19)).toEqual(['sync/unknown-invitation', 'sync/too-many']);
    await node.close();
  });

  it('ends what is under way before it stops', async () => {
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    let ready: ((address: string) => void) | undefined;
    const address = new Promise<string>((resolve) => {
      ready = resolve;
    });
    const store = { folder: 'unused' };
    const configuration = { store, host: '127.0.0.1', port: 0, logLevel: 'silent', sending: SENDS_NOTHING };
    let begun = (): void => undefined;
    const underWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow: Database = {
      ...database,
      query: async (sql, values) => {
        if (!sql.startsWith('SELECT 1')) return await database.query(sql, values);
        begun();
        return await database.query('SELECT pg_sleep(0.3)::text AS one');
      },
    };
    const served = serve(slow, configuration, { onListening: (at) => ready?.(at), stopped });
    const answered = fetch(`${await address}/ready`);
    await underWay;
    stop();
    expect((await answered).status).toBe(200);
    await served;
    await expect(fetch(`${await address}/health`)).rejects.toThrow();
  });
});
