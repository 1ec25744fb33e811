import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { deleteFromList, deletePermanently, rowOf } from './support/deleted-page.js';
import { filesUnder, searchLeaks } from './support/leak-search.js';
import { makePdf } from './support/make-pdf.js';
import { openEverything } from './support/open-everything.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  beginEmail,
  checkPlan,
  goTo,
  openVacancy,
  savePerson,
  sendPlanned,
  startCapturing,
  typePerson,
} from './support/work.js';

const VACANCY = 'Trainee power systems';
const MET = {
  givenName: 'Zelmirtha',
  familyName: 'Quexåborg',
  email: 'zelmirtha.quex@example.com',
  phone: '+46 70 318 47 29',
  vacancy: VACANCY,
};
const NOTE = 'Knows everything about plumbobelisks';
const CONTENTS = 'We would like to meet you at the Brixelhorn';
const CV_WORDS = 'Wrangled the Xylophaktor';
const CV_NAME = 'Lebenslauf-Zwickelbert.pdf';
const NEEDLES = [MET.givenName, MET.familyName, MET.email, '+46703184729', NOTE, CONTENTS, CV_WORDS, CV_NAME];
const STAYS = { givenName: 'Ebba', familyName: 'Norrlander', email: 'ebba@example.com', vacancy: VACANCY };

/** The words found in the folder as it lies, and in all that its keys open. */
async function wordsIn(dataFolder: string): Promise<readonly string[]> {
  const copy = mkdtempSync(path.join(tmpdir(), 'fairdesk-opened-'));
  try {
    cpSync(dataFolder, path.join(copy, 'data'), { recursive: true }); // opening tidies, and nothing may be tidied here
    await openEverything(path.join(copy, 'data'), path.join(copy, 'opened'));
    const leaks = [...searchLeaks(dataFolder, NEEDLES), ...searchLeaks(path.join(copy, 'opened'), NEEDLES)];
    return [...new Set(leaks.map(({ needle }) => needle))].sort();
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

test('R16, C23: of who is deleted permanently nothing is left in any file, opened with every key there is', async ({
  desks,
}) => {
  const desk = await desks.open();
  await meetAndDelete(desk.page);
  await desk.shut();
  expect(await wordsIn(desks.dataFolder)).toEqual([...NEEDLES].sort()); // the search sees all of it while it is there
  const storeKey = readFileSync(path.join(desks.dataFolder, 'keys', 'store'));

  const again = await desks.open();
  await openDeleted(again.page);
  await deletePermanently(again.page, MET.familyName);
  await expect(again.page.getByText('1 application is deleted permanently')).toBeVisible();
  await expect(rowOf(again.page, MET.familyName)).toHaveCount(0);
  await again.shut();
  expect(await wordsIn(desks.dataFolder)).toEqual([]);
  // What the browser's own database still holds of old rows was sealed with a key that is gone.
  expect(existsSync(path.join(desks.dataFolder, 'keys', 'store'))).toBe(false);
  for (const file of filesUnder(desks.dataFolder)) expect(readFileSync(file).includes(storeKey), file).toBe(false);

  const last = await desks.open();
  await openVacancy(last.page, VACANCY);
  await expect(last.page.getByRole('row').filter({ hasText: STAYS.familyName })).toBeVisible();
  await last.shut();
  expect(await wordsIn(desks.dataFolder)).toEqual([]);
});

test('R16: killed in the middle of it, everything is there or nothing is, and the next start finishes it', async ({
  desks,
}) => {
  const desk = await desks.open();
  await meetAndDelete(desk.page);
  await deletePermanently(desk.page, MET.familyName);
  await sleep(25); // somewhere between the first and the last step
  await desk.kill();

  const again = await desks.open();
  await openDeleted(again.page);
  await expect(rowOf(again.page, MET.familyName).or(again.page.getByText('Nothing is deleted'))).toBeVisible();
  if (await rowOf(again.page, MET.familyName).isVisible()) {
    await deletePermanently(again.page, MET.familyName);
    await expect(again.page.getByText('1 application is deleted permanently')).toBeVisible();
    await again.kill(); // at the very moment at which it was promised
    await desks.open().then((next) => next.shut());
  } else await again.shut();
  expect(await wordsIn(desks.dataFolder)).toEqual([]);
});

async function meetAndDelete(page: Page): Promise<void> {
  page.setDefaultTimeout(20_000);
  await startCapturing(page, VACANCY);
  await typePerson(page, MET);
  await page.getByLabel('Note').fill(NOTE);
  // Behind the drawn words, whose letters a PDF need not write one beside the other, the same once more as text.
  const buffer = Buffer.concat([await makePdf(CV_WORDS, 100_000), Buffer.from(`% ${CV_WORDS}`)]);
  await addCv(page, { name: CV_NAME, mimeType: 'application/pdf', buffer });
  await savePerson(page, MET);
  await openVacancy(page, VACANCY);
  await beginEmail(page);
  await page.getByRole('textbox', { name: 'Contents' }).fill(CONTENTS);
  await checkPlan(page);
  await sendPlanned(page);
  await page.keyboard.press('Escape');
  await deleteFromList(page, [MET.familyName]);
  await goTo(page, 'Capture');
  await typePerson(page, STAYS);
  await savePerson(page, STAYS);
  await openDeleted(page);
}

async function openDeleted(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await page.getByRole('main').getByRole('link', { name: 'Deleted applications' }).click();
}
