import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECOND } from '../../shared/lib/time.js';
import { personCreate } from '../../shared/testing/change-builders.js';
import { revoke } from '../store/laptop-rows.js';
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
    const heard = (wanted: string): number => text.split(wanted).length - 1;
    const says = async (wanted: string, times = 1): Promise<boolean> => {
      while (heard(wanted) < times) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: '' };
        if (done) return false;
        text += value;
      }
      return true;
    };
    return { says, heard };
  }

  it('of one node says what was pushed to another, and nothing of it but where the log stands', async () => {
    const [one, other] = [await there.laptop(), await there.laptop()];
    const { says } = await listen(other);
    expect(await says('event: head\ndata: 0\n\n')).toBe(true);
    const { json } = await one.write([personCreate(newId<never>())]);
    expect(await says(`event: head\ndata: ${json.head ?? ''}\n\n`)).toBe(true);
  });

  /** Files of two bytes that become whole, one after the other. */
  async function sendFiles(laptop: SigningLaptop, count: number): Promise<void> {
    const bytes = Buffer.from('CV');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (let at = 0; at < count; at++) {
      const id = newId();
      await laptop.ask('POST', `/v1/files/${id}`, { body: { dossier: null, size: 2, sha256, parts: [sha256] } });
      await laptop.ask('PUT', `/v1/files/${id}/0`, { bytes });
    }
  }

  it('says that files became whole: not which, and once for all that did at about the same time', async () => {
    const [one, other] = [await there.laptop(), await there.laptop()];
    const { says, heard } = await listen(other);
    expect(await says('event: head')).toBe(true);
    const begun = Date.now();
    await sendFiles(one, 20);
    const file = 'event: file\ndata: 0\n\n';
    expect(await says(file)).toBe(true);
    const { json } = await one.write([personCreate(newId<never>())]);
    expect(await says(`event: head\ndata: ${json.head ?? ''}\n\n`)).toBe(true); // and so everything before it
    const times = heard(file);
    expect(times).toBeLessThanOrEqual(1 + (Date.now() - begun) / (2 * SECOND));
    await sendFiles(one, 1); // nor is the last one forgotten
    expect(await says(file, times + 1)).toBe(true);
  });

  it('ends when the laptop is revoked', async () => {
    const one = await there.laptop();
    const { says } = await listen(one);
    expect(await says('event: head')).toBe(true);
    await revoke(there.database, one.device, false);
    expect(await says('never said')).toBe(false);
  });

  it('ends when its node is stopped', async () => {
    const stopping = await buildServer({ database: there.database });
    address = await stopping.listen({ host: '127.0.0.1', port: 0 });
    const { says } = await listen(await there.laptop());
    expect(await says('event: head')).toBe(true);
    await Promise.all([stopping.close(), says('never said')]);
  });
});
