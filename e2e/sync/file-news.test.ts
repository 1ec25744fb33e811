import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIn, createPerson, idOf } from '../../electron/services/testing/make-change-set.js';
import { PNG } from '../../electron/services/testing/sample-files.js';
import { SECOND } from '../../shared/lib/time.js';
import { RunningLaptop } from './running-laptop.js';
import { startRunningServer, type RunningServer } from './running-server.js';

const FILES = 40;
const laptops: RunningLaptop[] = [];
let server: RunningServer;

beforeAll(async () => {
  server = await startRunningServer();
  for (let i = 0; i < 4; i++) laptops.push(await RunningLaptop.join(server.proxy.origin, await server.code()));
  for (const one of laptops) await one.settle();
});
afterAll(async () => {
  for (const laptop of laptops) await laptop.stop();
  await server.close();
});

/** As the page's loop: exchanges, then waits for news, until all files are here. */
async function fetchAll(laptop: RunningLaptop): Promise<void> {
  for (;;) {
    await laptop.settle();
    if ((await laptop.filesWaiting()) === 0) return;
    expect(await laptop.handlers['sync.wait'](null)).toMatchObject({ ok: true });
  }
}

it('many files that become whole one after the other wake the laptops that wait for them a few times', async () => {
  const [ebba, ...others] = laptops;
  if (ebba === undefined) throw new Error('nobody joined');
  for (let i = 1; i <= FILES; i++) {
    const person = idOf(i);
    const fileId = await ebba.putFile(PNG, 'photo.png', person);
    const fields = { personId: person, applicationId: null, fileId, kind: 'cv', name: 'photo.png' };
    const document = { ...fields, mediaType: 'image/png', size: PNG.length, addedAt: 1 };
    await ebba.write([createPerson(person), createIn(person, 'document', idOf(FILES + i), document)]);
  }
  while ((await ebba.exchange())?.more !== true); // the change sets are sent, the files are not
  for (const one of others) {
    await one.settle();
    expect(await one.filesWaiting()).toBe(FILES);
  }
  server.proxy.requests.length = 0;
  const begun = Date.now();
  const fetched = Promise.all(others.map(fetchAll));
  for (;;) {
    const answer = await ebba.exchange();
    if (answer?.more === false) break;
  }
  await fetched;
  const wakings = 2 + (Date.now() - begun) / (2 * SECOND);
  const asked = server.proxy.requests.filter((request) => request === 'POST /v1/files').length;
  const waited = server.proxy.requests.filter((request) => request === 'GET /v1/stream').length;
  expect(waited).toBeLessThanOrEqual(others.length * wakings);
  expect(asked).toBeLessThanOrEqual(1 + others.length * 2 * wakings);
});
