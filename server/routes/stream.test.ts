import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personCreate } from '../../shared/testing/change-builders.js';
import { revoke } from '../admin/admin-rows.js';
import { buildServer } from '../http/build-server.js';
import type { App } from '../http/service.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import type { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

describe.each(ENGINES)('the stream, on $name', ({ shared }) => {
  let there: TestOrganisation;
  let node: App;
  let address: string;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
    node = await buildServer({ database: there.database });
    address = await node.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await node.close();
    await there.app.close();
  });

  /** What the other node says to a laptop, line by line. */
  async function listen(laptop: SigningLaptop) {
    const response = await fetch(`${address}/v1/stream`, { headers: laptop.headersFor('GET', '/v1/stream', {}, null) });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    return async (wanted: string): Promise<boolean> => {
      while (!text.includes(wanted)) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: '' };
        if (done) return false;
        text += value;
      }
      return true;
    };
  }

  it('of one node says what was pushed to another, and nothing of it but where the log stands', async () => {
    const [one, other] = [await there.laptop(), await there.laptop()];
    const says = await listen(other);
    expect(await says('event: head\ndata: 0\n\n')).toBe(true);
    const { json } = await one.write([personCreate(newId<never>())]);
    expect(await says(`event: head\ndata: ${json.head ?? ''}\n\n`)).toBe(true);
  });

  it('says that a file became whole, and not which', async () => {
    const [one, other] = [await there.laptop(), await there.laptop()];
    const says = await listen(other);
    expect(await says('event: head')).toBe(true);
    const [id, bytes] = [newId(), Buffer.from('CV')];
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await one.ask('POST', `/v1/files/${id}`, { body: { dossier: null, size: 2, sha256, parts: [sha256] } });
    await one.ask('PUT', `/v1/files/${id}/0`, { bytes });
    expect(await says('event: file\ndata: 0\n\n')).toBe(true);
  });

  it('ends when the laptop is revoked', async () => {
    const one = await there.laptop();
    const says = await listen(one);
    expect(await says('event: head')).toBe(true);
    await revoke(there.database, one.device, false);
    expect(await says('never said')).toBe(false);
  });

  it('ends when its node is stopped', async () => {
    const stopping = await buildServer({ database: there.database });
    address = await stopping.listen({ host: '127.0.0.1', port: 0 });
    const says = await listen(await there.laptop());
    expect(await says('event: head')).toBe(true);
    await Promise.all([stopping.close(), says('never said')]);
  });
});
