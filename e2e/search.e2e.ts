import type { Page } from '@playwright/test';
import { searchLeaks } from './support/leak-search.js';
import { makePdf } from './support/make-pdf.js';
import { expect, test } from './support/test.js';
import { addCv, goTo, savePerson, startCapturing, typePerson } from './support/work.js';

const VACANCY = 'Trainee grid';
const MET = {
  givenName: 'Ebba',
  familyName: 'Qvist',
  email: 'ebba.qvist@example.com',
  phone: '+46 70 318 47 29',
  vacancy: VACANCY,
};
const CV_WORDS = 'Kan C++ och .NET i Ålesund, Zwirbelfaktor';

const field = (page: Page) => page.getByRole('textbox', { name: 'Search', exact: true });
const hits = (page: Page) => page.getByRole('grid', { name: 'What was found' }).locator('[data-line]');

async function expectHits(page: Page, query: string, count: number): Promise<void> {
  await field(page).fill(query);
  await expect(page.getByText(count === 0 ? 'Nobody found' : `${count.toString()} hit`).first()).toBeVisible();
  await expect(hits(page)).toHaveCount(count);
}

/** Rows of the index in the working store: its contents, and a segment each. */
async function countSegments(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const opening = indexedDB.open('fairdesk');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => {
        resolve(opening.result);
      };
    });
    const counting = database.transaction('searchSegments').objectStore('searchSegments').count();
    const count = await new Promise<number>((resolve) => {
      counting.onsuccess = () => {
        resolve(counting.result);
      };
    });
    database.close();
    return count;
  });
}

test('G-14: whoever was captured is found by name and by every word of the CV, acted on, and found again after a restart', async ({
  desks,
}) => {
  const desk = await desks.open();
  const { page } = desk;
  await startCapturing(page, VACANCY, [
    { givenName: 'Oskar', familyName: 'Nilsen', email: 'oskar@example.com', vacancy: VACANCY },
  ]);
  await typePerson(page, MET);
  await addCv(page, { name: 'cv.pdf', mimeType: 'application/pdf', buffer: await makePdf(CV_WORDS, 20_000) });
  await savePerson(page, MET);
  await goTo(page, 'Search');
  for (const query of [
    'c++',
    '.NET',
    'alesund',
    'Åle',
    'zwirbel',
    '"C++ och"',
    '070 318 47 29',
    'qvist c++',
    'z -oskar',
  ]) {
    await expectHits(page, query, 1);
    await expect(hits(page)).toContainText('Ebba Qvist');
  }
  await expectHits(page, 'c++ -ålesund', 0);
  await expectHits(page, 'trainee', 0);
  await expectHits(page, 'zwirbel', 1);
  await expect(page.locator('mark')).toHaveText('Zwirbelfaktor');
  await page.getByRole('checkbox', { name: 'Tick Ebba Qvist' }).click();
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Send email/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  await expect(page.getByLabel('Subject').first()).toBeVisible();

  await expect.poll(() => countSegments(page)).toBeGreaterThan(1); // they are sealed when it is quiet
  await desk.shut();
  const again = await desks.open();
  await goTo(again.page, 'Search');
  await expectHits(again.page, 'zwirbel', 1);
  await again.shut();
  expect(searchLeaks(desks.dataFolder, ['Zwirbelfaktor', 'zwirbelfaktor', 'Ålesund', 'alesund'])).toEqual([]);
});
