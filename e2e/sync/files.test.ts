import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testMessage } from '../../electron/services/mail/testing/mail-fixture.js';
import { createIn, createPerson, eraseDossier, idOf } from '../../electron/services/testing/make-change-set.js';
import { PNG } from '../../electron/services/testing/sample-files.js';
import { invite } from '../../server/store/invitation-rows.js';
import { addOrganisation } from '../../server/store/organisation-rows.js';
import { recruiterCreate } from '../../server/testing/records.js';
import type { Change } from '../../shared/changes/change-set.js';
import type { FileId } from '../../shared/records/primitives.js';
import { applicationCreate, testId, vacancyCreate } from '../../shared/testing/change-builders.js';
import { RunningLaptop } from './running-laptop.js';
import { startRunningServer, type RunningServer } from './running-server.js';

const PART = 1024 * 1024;
const PARTS = 2;

let server: RunningServer;
/** To which laptops are invited. */
let organisation: string;
const laptops: RunningLaptop[] = [];

beforeAll(async () => {
  server = await startRunningServer();
  ({ organisation } = server);
});
afterAll(async () => {
  for (const laptop of laptops) await laptop.stop();
  await server.close();
});

async function joined(recruiter: string | null = null): Promise<RunningLaptop> {
  const laptop = await RunningLaptop.join(
    server.proxy.origin,
    (await invite(server.database, organisation, recruiter)).code,
  );
  laptops.push(laptop);
  return laptop;
}

/** A mail that the file goes along with. */
async function send(laptop: RunningLaptop, fileId: string) {
  const attachments = [{ fileId: fileId as FileId, name: 'photo.png', mediaType: 'image/png' as const }];
  return await laptop.handlers['mail.deliver']({ ...testMessage('asa@example.com', { attachments }), again: false });
}

/** A PDF of this length, as far as anybody looks. */
function pdf(size = PARTS * PART - 100): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
}

let last = 100;

interface Filed {
  readonly person: string;
  readonly document: string;
  readonly file: string;
  readonly bytes: Buffer;
}

function documentOf(person: string, file: string, bytes: Buffer, name: string): Change {
  const mediaType = name.endsWith('.png') ? 'image/png' : 'application/pdf';
  last += 1;
  const fields = { personId: person, applicationId: null, fileId: file, kind: 'cv', name, mediaType };
  return createIn(person, 'document', idOf(last), { ...fields, size: bytes.length, addedAt: 1 });
}

/** Somebody, with a CV. */
async function fileOne(laptop: RunningLaptop, bytes: Buffer, name = 'CV Ebba.pdf'): Promise<Filed> {
  last += 1;
  const person = idOf(last);
  const file = await laptop.putFile(bytes, name, person);
  const document = documentOf(person, file, bytes, name);
  await laptop.write([createPerson(person), document]);
  return { person, document: document.id, file, bytes };
}

const sha = (bytes: Uint8Array | null) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

async function expectThere(laptop: RunningLaptop, { file, bytes }: Filed): Promise<void> {
  expect(sha(await laptop.readFile(file))).toBe(sha(bytes));
  expect(await laptop.placeOf(file)).toBe('here');
}

const asked = (start: string) => server.proxy.requests.filter((request) => request.startsWith(start));

describe('files between two laptops and the server itself', () => {
  let ebba: RunningLaptop;
  let oskar: RunningLaptop;
  beforeAll(async () => {
    [ebba, oskar] = [await joined(), await joined()];
    await ebba.settle();
    await oskar.settle();
  });

  it('come whole, each part once, and then idle laptops ask one thing', async () => {
    const filed = await fileOne(ebba, pdf());
    expect(await ebba.filesWaiting()).toBe(0); // nobody looked at it yet
    server.proxy.requests.length = 0;
    await ebba.settle();
    expect(asked('PUT').sort()).toEqual(
      Array.from({ length: PARTS }, (_, part) => `PUT /v1/files/${filed.file}/${part.toString()}`),
    );
    await oskar.settle();
    await expectThere(oskar, filed);
    expect(asked(`GET /v1/files/${filed.file}`)).toHaveLength(PARTS);
    for (const laptop of [ebba, oskar]) {
      expect(await laptop.filesWaiting()).toBe(0);
      await laptop.settle();
      server.proxy.requests.length = 0;
      await laptop.settle();
      expect(server.proxy.requests.map((request) => request.split('?')[0])).toEqual(['GET /v1/pull']);
    }
  });

  /** Exchanges with one cut, killing the laptop there; answers whether the cut was met. */
  async function interrupted(laptop: RunningLaptop, cut: () => void): Promise<boolean> {
    server.proxy.requests.length = 0;
    cut();
    let isMet = false;
    for (let rounds = 0; rounds < 30; rounds++) {
      const answer = await laptop.exchange();
      if (answer?.more === false) break;
      if (answer !== null) continue;
      isMet = true;
      await laptop.startAgain();
    }
    server.proxy.cutAt(Number.POSITIVE_INFINITY);
    return isMet;
  }

  /** The file came, and no part that was kept was fetched again. */
  async function expectFetchedOnce(filed: Filed): Promise<void> {
    await expectThere(oskar, filed);
    const ranges = asked(`GET /v1/files/${filed.file}`);
    expect(ranges.length).toBeLessThanOrEqual(PARTS + 1);
    expect(new Set(ranges).size).toBe(PARTS);
  }

  it('go on where they were cut and killed, both ways, at every request', { timeout: 300_000 }, async () => {
    for (let at = 0, isMet = true; isMet; at++) {
      const filed = await fileOne(ebba, pdf());
      const sent = await interrupted(ebba, () => server.proxy.cutAt(at));
      expect(asked('PUT'), `cut at ${at.toString()}`).toHaveLength(PARTS); // what arrived is not sent again
      const fetched = await interrupted(oskar, () => server.proxy.cutAt(at));
      await expectFetchedOnce(filed);
      isMet = sent || fetched;
      expect(at).toBeLessThan(20);
    }
  });

  it('are fetched on from the last whole part where a part breaks off', { timeout: 120_000 }, async () => {
    const filed = await fileOne(ebba, pdf());
    await ebba.settle();
    expect(await interrupted(oskar, () => server.proxy.cutAfter(1.5 * PART))).toBe(true);
    await expectFetchedOnce(filed);
  });

  it('pictures come first, and what somebody waits for before them', async () => {
    const papers = [
      await fileOne(ebba, pdf(3000)),
      await fileOne(ebba, pdf(2000)),
      await fileOne(ebba, PNG, 'photo.png'),
    ];
    await ebba.settle();
    const [, second, photo] = papers;
    server.proxy.requests.length = 0;
    const answer = await oskar.exchange();
    expect(answer).toMatchObject({ more: true });
    expect(await oskar.placeOf(papers[0]?.file ?? '', true)).toBe('coming');
    await oskar.settle();
    expect(asked('GET /v1/files/').map((request) => request.split(/[/ ]/)[4])).toEqual(
      [papers[0], photo, second].map((one) => one?.file),
    );
  });

  it('that did not reach the server are said to be not there, and come as soon as they did', async () => {
    last += 1;
    const person = idOf(last);
    const file = await ebba.putFile(PNG, 'photo.png', person);
    await ebba.write([createPerson(person), documentOf(person, file, PNG, 'photo.png')]);
    while ((await ebba.exchange())?.more !== true); // the change set is sent, the file is not
    await oskar.settle();
    expect(await oskar.placeOf(file)).toBe('not-there');
    expect(await oskar.filesWaiting()).toBe(1);
    expect(await send(oskar, file)).toMatchObject({ value: { state: 'deferred', reason: 'mail/attachment-coming' } });
    const news = oskar.handlers['sync.wait'](null);
    await ebba.settle();
    expect(await news).toEqual({ ok: true, value: { news: true } });
    await oskar.settle();
    expect(await oskar.placeOf(file)).toBe('here');
    expect(await send(oskar, file)).toMatchObject({ code: 'mail/no-account' }); // all that is missing now
  });

  it('with wrong bytes are refused on both sides, and hold up nothing else', async () => {
    const [wrong, right] = [await fileOne(ebba, pdf(5000)), await fileOne(ebba, pdf(6000))];
    await ebba.settle();
    await server.database.query(`UPDATE file_part SET bytes = decode('00', 'hex') || bytes WHERE file = $1`, [
      wrong.file,
    ]);
    await oskar.settle();
    expect(await oskar.placeOf(wrong.file)).toBe('damaged');
    expect(await oskar.readFile(wrong.file)).toBeNull();
    await expectThere(oskar, right);
    await server.database.query('UPDATE file_part SET bytes = $2 WHERE file = $1', [wrong.file, wrong.bytes]);
    oskar.later(20 * 60_000);
    await oskar.settle();
    await expectThere(oskar, wrong);
  });

  it('of somebody who was erased are gone at the server and on every laptop, half of them too', async () => {
    const [whole, half] = [await fileOne(ebba, pdf(5000)), await fileOne(ebba, pdf())];
    await ebba.settle();
    const unsent = await fileOne(ebba, pdf(7000));
    while ((await ebba.exchange())?.more !== true);
    while ((await oskar.placeOf(half.file)) !== 'here' && asked(`GET /v1/files/${half.file}`).length < 2) {
      await oskar.exchange();
    }
    await ebba.write([whole, half, unsent].map(({ person }) => eraseDossier(person)));
    await ebba.settle();
    await oskar.settle();
    for (const { file } of [whole, half, unsent]) {
      for (const laptop of [ebba, oskar]) {
        expect(await laptop.readFile(file)).toBeNull();
        // Its key is gone at once; its room is freed a moment later.
        await expect.poll(() => laptop.placeOf(file)).toBe('gone');
        expect(await laptop.filesWaiting()).toBe(0);
      }
      expect(await server.database.query('SELECT 1 AS one FROM file_part WHERE file = $1', [file])).toEqual([]);
    }
  });

  it('that a backup of the server lacks are sent again after its restore', async () => {
    const filed = await fileOne(ebba, pdf(5000));
    await ebba.settle();
    await server.database.query('DELETE FROM file WHERE id = $1', [filed.file]);
    await server.database.query('UPDATE organisation SET epoch = gen_random_uuid() WHERE id = $1', [organisation]);
    await ebba.settle();
    expect(await server.database.query('SELECT complete FROM file WHERE id = $1', [filed.file])).toEqual([
      { complete: true },
    ]);
    await oskar.settle();
    await expectThere(oskar, filed);
  });

  it('of a dossier that a laptop may not see never reach it', async () => {
    organisation = await addOrganisation(server.database, 'Nordwind');
    const [eva, per] = [idOf(1), idOf(2)];
    const hers = await joined(eva);
    await hers.write([recruiterCreate(eva), recruiterCreate(per, { departments: ['Finance'] })], {
      action: 'first-start',
    });
    await hers.settle();
    const his = await joined(per);
    await his.settle();
    last += 1;
    const person = idOf(last);
    const file = await hers.putFile(PNG, 'photo.png', person);
    const sales = testId<never>(3);
    const application = applicationCreate(testId(4), { personId: person as never, vacancyId: sales });
    const changes = [vacancyCreate(sales, { department: 'Sales' }), createPerson(person), application];
    await hers.write([...changes, documentOf(person, file, PNG, 'photo.png')], { by: eva, action: 'read-export' });
    await hers.settle();
    expect(await hers.filesWaiting()).toBe(0);
    await his.settle();
    expect(await his.placeOf(file, true)).toBe('gone');
    await his.settle();
    expect(await his.readFile(file)).toBeNull();
    // What the server refused stays here, and its file with it.
    const other = await his.putFile(PNG, 'photo.png', idOf(5));
    await his.write([createPerson(idOf(5)), documentOf(idOf(5), other, PNG, 'photo.png')], { by: eva });
    await his.settle();
    expect(await his.filesWaiting()).toBe(0);
    expect(await server.database.query('SELECT 1 AS one FROM file WHERE id = $1', [other])).toEqual([]);
  });
});
