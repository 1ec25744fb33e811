import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIn, createPerson, idOf } from '../../electron/services/testing/make-change-set.js';
import { invite } from '../../server/store/invitation-rows.js';
import { recruiterCreate } from '../../server/testing/records.js';
import type { Change } from '../../shared/changes/change-set.js';
import { refusalsIn } from '../../shared/changes/housekeeping.js';
import { applicationCreate, testId, vacancyCreate } from '../../shared/testing/change-builders.js';
import { RunningLaptop } from './running-laptop.js';
import { startRunningServer, type RunningServer } from './running-server.js';

const [EVA, PER] = [idOf(1), idOf(2)];
const SALES = testId<never>(3);
const PART = 1024 * 1024;

let server: RunningServer;
/** Eva sees everything; Per only what is in Finance, or nowhere yet. */
let hers: RunningLaptop;
let his: RunningLaptop;

async function joined(recruiter: string): Promise<RunningLaptop> {
  const { code } = await invite(server.database, server.organisation, recruiter);
  return await RunningLaptop.join(server.proxy.origin, code);
}

beforeAll(async () => {
  server = await startRunningServer();
  hers = await joined(EVA);
  const recruiters = [recruiterCreate(EVA), recruiterCreate(PER, { departments: ['Finance'] })];
  await hers.write(recruiters, { action: 'first-start' });
  await byEva(vacancyCreate(SALES, { department: 'Sales' }));
  await hers.settle();
  his = await joined(PER);
  await his.settle();
});
afterAll(async () => {
  await hers.stop();
  await his.stop();
  await server.close();
});

const byEva = async (...changes: readonly Change[]): Promise<void> => {
  await hers.write(changes, { by: EVA, action: 'read-export' });
};
const byPer = async (...changes: readonly Change[]): Promise<void> => {
  await his.write(changes, { by: PER, action: 'capture' });
};

let last = 100;
const next = (): string => idOf(++last);

/** Somebody whom Per met, and whom both laptops know. */
async function met(): Promise<string> {
  const person = next();
  await byPer(createPerson(person));
  await his.settle();
  await hers.settle();
  return person;
}

/** Per files a CV, and does not send it yet. */
async function fileCv(person: string, size = 3000): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
  const [file, name, mediaType] = [await his.putFile(bytes, 'CV.pdf', person), 'CV.pdf', 'application/pdf'];
  const fields = { personId: person, applicationId: null, fileId: file, kind: 'cv', name, mediaType };
  await byPer(createIn(person, 'document', next(), { ...fields, size, addedAt: 1 }));
  return { file, bytes };
}

/** Eva takes the person on in Sales: Per sees it no more. */
async function takeOn(person: string): Promise<void> {
  await byEva(applicationCreate(testId(++last), { personId: person as never, vacancyId: SALES }));
  await hers.settle();
}

async function knows(laptop: RunningLaptop, person: string): Promise<boolean> {
  return (await laptop.records()).some(({ id }) => id === person);
}

const sha = (bytes: Uint8Array | null) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

async function expectMoved(person: string, { file, bytes }: { readonly file: string; readonly bytes: Buffer }) {
  await hers.settle();
  expect(sha(await hers.readFile(file))).toBe(sha(bytes));
  expect(await his.readFile(file)).toBeNull();
  expect(await his.filesWaiting()).toBe(0);
  expect(await knows(his, person)).toBe(false);
}

describe('a dossier that leaves the sight of the laptop where a file of it lies', () => {
  it('goes when the file is sent; what else is new does not wait for that', async () => {
    const person = await met();
    const cv = await fileCv(person, 2 * PART - 10);
    await takeOn(person);
    const news = next();
    await byEva(createPerson(news));
    await hers.settle();
    expect(await his.exchange()).toMatchObject({ more: true });
    expect(await his.exchange()).toMatchObject({ more: true });
    expect(await knows(his, news)).toBe(true);
    expect(await his.filesWaiting()).toBe(1);
    expect(await knows(his, person)).toBe(true);
    await his.settle();
    await expectMoved(person, cv);
  });

  it('goes when the file is sent, wherever the line is cut and the laptop killed', { timeout: 120_000 }, async () => {
    for (let at = 0, isMet = true; isMet; at++) {
      const person = await met();
      const cv = await fileCv(person);
      await takeOn(person);
      server.proxy.cutAt(at);
      isMet = false;
      for (let more = true; more;) {
        const answer = await his.exchange();
        if (answer === null) await his.startAgain();
        isMet ||= answer === null;
        more = answer === null || answer.more;
      }
      server.proxy.cutAt(Number.POSITIVE_INFINITY);
      await expectMoved(person, cv);
      expect(at).toBeLessThan(20);
    }
  });

  it('goes with what this laptop may see, when its files are sent', async () => {
    const person = await met();
    const FINANCE = testId<never>(++last);
    await byEva(vacancyCreate(FINANCE, { department: 'Finance' }));
    await byEva(applicationCreate(testId(++last), { personId: person as never, vacancyId: FINANCE }));
    await hers.settle();
    await his.settle();
    const cv = await fileCv(person);
    await moveTo('Support', 'Finance');
    await his.settle();
    await expectMoved(person, cv);
    await moveTo('Finance', 'Support');
    await his.settle();
    expect(await knows(his, person)).toBe(true);
    expect(sha(await his.readFile(cv.file))).toBe(sha(cv.bytes)); // it came back with its dossier
  });

  it('stays when it comes back before the file is sent', async () => {
    const person = await met();
    const cv = await fileCv(person);
    const application = testId<never>(++last);
    await byEva(applicationCreate(application, { personId: person as never, vacancyId: SALES }));
    await hers.settle();
    await his.exchange(); // the document is sent, and it is told that the dossier left
    const gone: Change = { kind: 'erase', table: 'application', id: application, dossier: person, whole: false };
    await hers.write([gone], { by: EVA, action: 'undo' });
    await hers.settle();
    await his.settle();
    expect(await knows(his, person)).toBe(true);
    expect(sha(await his.readFile(cv.file))).toBe(sha(cv.bytes));
  });

  it('goes without the file where the server does not take it', async () => {
    const person = await met();
    const { file } = await fileCv(person);
    await takeOn(person);
    const other = sha(Buffer.from('something else'));
    await server.database.query(
      'INSERT INTO file (organisation, id, dossier, size, sha256, parts) VALUES ($1, $2, $3, 14, $4, ARRAY[$4])',
      [server.organisation, file, person, other],
    );
    await his.settle();
    expect(await knows(his, person)).toBe(false);
    expect(await his.readFile(file)).toBeNull();
  });
});

/** Per works in another department. */
async function moveTo(department: string, before: string): Promise<void> {
  const recruiter = { table: 'recruiter', id: PER, dossier: null, field: 'departments' };
  const page = await hers.handlers['journal.read']({ after: 0, limit: 500 });
  const sets = page.ok ? page.value.entries.flatMap(({ changeSet }) => changeSet ?? []) : [];
  const known = sets.filter(({ changes }) => changes.some((one) => one.id === PER)).map(({ stamp }) => stamp);
  await hers.write([{ kind: 'set', ...recruiter, value: [department], before: [before], replaces: known }], {
    by: EVA,
    action: 'edit-recruiter',
  });
  await hers.settle();
}

it('what was refused in a dossier that leaves sight can be read until somebody dealt with it', async () => {
  const person = await met();
  await his.write([createIn(person, 'application', next(), { text: 'in vain' })], { by: EVA });
  await his.settle();
  await takeOn(person);
  await his.settle();
  await his.startAgain();
  await his.settle();
  const journal = async () => {
    const page = await his.handlers['journal.read']({ after: 0, limit: 500 });
    return page.ok ? page.value.entries.flatMap(({ changeSet }) => changeSet ?? []) : [];
  };
  expect(JSON.stringify(await journal())).toContain('in vain');
  expect(await his.handlers['sync.state'](null)).toMatchObject({ value: { leaving: [person] } });
  const refusals = (await journal()).flatMap(refusalsIn).map(({ id }) => id);
  await his.handlers['sync.settle']({ refusals, event: next(), settled: true });
  his.later();
  await his.settle();
  expect(await his.handlers['sync.state'](null)).toMatchObject({ value: { leaving: [] } });
  expect(JSON.stringify(await journal())).not.toContain('in vain');
  expect(await knows(his, person)).toBe(false);
});
