import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from './support/leak-search.js';
import { makePdf } from './support/make-pdf.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  goTo,
  openDossier,
  openVacancy,
  savePerson,
  seeCv,
  startCapturing,
  typePerson,
  type Met,
} from './support/work.js';
import type { Desk } from './support/desk.js';

const VACANCY = 'Trainee power systems';
const CV = 'CV_Nora.pdf';
const FIRST: Met = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: VACANCY };
const LAST: Met = { givenName: 'Sanne', familyName: 'de Wit', email: 'sanne@example.com', vacancy: VACANCY };
const LOST = /can no longer be read/;
const PUT_BACK = /put back from the working copy/;
/** LevelDB has four files that matter: CURRENT, the manifest, the log and the first table. SQLite has two. */
const ROUNDS = { LevelDB: 4, SQLite: 2 };

test('with the IndexedDB folder deleted everything is there again', async ({ desk }) => {
  await captureTwo(desk);
  await desk.restart(() => {
    rmSync(workingStore(desk), { recursive: true });
  });
  await expectAllThere(desk);
  await expect(desk.page.getByText(LOST)).toHaveCount(0);
});

for (const engine of ['LevelDB', 'SQLite'] as const) {
  test.describe(`IndexedDB on ${engine}`, () => {
    if (engine === 'SQLite')
      test.use({ browserArguments: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'] });

    test('with one byte of any of its files flipped everything is there again', async ({ desk }) => {
      await captureTwo(desk);
      for (let round = 0; round < ROUNDS[engine]; round++) {
        await desk.restart(() => {
          expect(isSqlite(workingStore(desk))).toBe(engine === 'SQLite');
          flipSomewhere(workingStore(desk), round);
        });
        await expectAllThere(desk);
        await expect(desk.page.getByText(LOST)).toHaveCount(0);
      }
      desk.forgive(/UnknownError|Internal error/);
    });
  });
}

test('with one byte of the last journal frame flipped it is put back from the working copy', async ({ desk }) => {
  await captureTwo(desk);
  await desk.restart(() => {
    flipByte(lastSegment(desk), -20);
  });
  await expect(desk.page.getByText(PUT_BACK)).toBeVisible();
  await expect(desk.page.getByText(LOST)).toHaveCount(0);
  await expectAllThere(desk);
  await desk.page.getByRole('button', { name: 'Understood' }).click();

  await desk.restart();
  await expectAllThere(desk);
  await expect(desk.page.getByText(PUT_BACK)).toHaveCount(0);
  await desk.restart(() => {
    rmSync(workingStore(desk), { recursive: true });
  });
  await expectAllThere(desk); // what was put back lies in the journal again
});

test('with both lost at once the loss is named, and everything else is there', async ({ desk }) => {
  await captureTwo(desk);
  await desk.restart(() => {
    rmSync(workingStore(desk), { recursive: true });
    flipByte(lastSegment(desk), -20);
  });
  await expect(desk.page.getByText('1 saved step on this laptop can no longer be read')).toBeVisible();
  await desk.page.getByRole('button', { name: 'Understood' }).click();
  await openVacancy(desk.page, VACANCY);
  await expect(desk.page.getByRole('row').filter({ hasText: LAST.familyName })).toHaveCount(0);
  await openDossier(desk.page, FIRST);
  await seeCv(desk.page, CV);

  await goTo(desk.page, 'Capture'); // and work goes on
  await typePerson(desk.page, LAST);
  await savePerson(desk.page, LAST);
  await desk.restart();
  await expect(desk.page.getByText(LOST)).toHaveCount(0);
  await expectAllThere(desk);
});

async function captureTwo({ page }: Desk): Promise<void> {
  await startCapturing(page, VACANCY);
  await typePerson(page, FIRST);
  await addCv(page, { name: CV, mimeType: 'application/pdf', buffer: await makePdf('Nora Fjellheim', 60_000) });
  await savePerson(page, FIRST);
  await typePerson(page, LAST);
  await savePerson(page, LAST);
}

async function expectAllThere({ page }: Desk): Promise<void> {
  await openVacancy(page, VACANCY);
  await expect(page.getByRole('row').filter({ hasText: LAST.familyName })).toBeVisible();
  await openDossier(page, FIRST);
  await expect(page.getByText(FIRST.email ?? '').first()).toBeVisible();
  await seeCv(page, CV);
}

/** Electron keeps it in the data folder itself, the web host in its browser's profile. */
function workingStore({ dataFolder, host }: Desk): string {
  return host === null
    ? path.join(dataFolder, 'IndexedDB')
    : path.join(dataFolder, 'browser-profile/Default/IndexedDB');
}

function isSqlite(folder: string): boolean {
  return filesUnder(folder).some((file) => readFileSync(file).subarray(0, 15).toString('latin1') === 'SQLite format 3');
}

/** Another file each time, at any place; printed, so that a failure can be told. */
function flipSomewhere(folder: string, round: number): void {
  const files = filesUnder(folder)
    .filter((file) => !/^(LOG|LOG\.old|LOCK)$/.test(path.basename(file)) && statSync(file).size > 0)
    .sort();
  const file = files[round % files.length] ?? '';
  const at = Math.floor(Math.random() * statSync(file).size);
  console.log(`round ${round.toString()}: byte ${at.toString()} of ${path.basename(file)} flipped`);
  flipByte(file, at);
}

function flipByte(file: string, at: number): void {
  const bytes = readFileSync(file);
  const place = at < 0 ? bytes.length + at : at;
  bytes.writeUInt8(bytes.readUInt8(place) ^ 0x40, place);
  writeFileSync(file, bytes);
}

function lastSegment({ dataFolder }: Desk): string {
  const folder = path.join(dataFolder, 'journal');
  expect(existsSync(folder)).toBe(true);
  const last = readdirSync(folder)
    .filter((name) => name.endsWith('.segment'))
    .sort()
    .at(-1);
  return path.join(folder, last ?? '');
}
