import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { filesUnder, searchLeaks } from './support/leak-search.js';
import { makePdf } from './support/make-pdf.js';
import { searchPalette } from './support/palette.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  beginEmail,
  checkPlan,
  goTo,
  openDossier,
  openVacancy,
  savePerson,
  seeCv,
  sendPlanned,
  startCapturing,
  typePerson,
} from './support/work.js';

const VACANCY = 'Qvorvanger trainee';
const MET = {
  givenName: 'Zelmirtha',
  familyName: 'Quexåborg',
  email: 'zelmirtha.quex@example.com',
  phone: '+46 70 318 47 29',
  vacancy: VACANCY,
};
const CV_WORDS = 'Wrangled the Xylophaktor';
const CV_NAME = 'Lebenslauf-Zwickelbert.pdf';
const NOTE = 'Knows everything about plumbobelisks';
const DRAFT = { givenName: 'Yvorganda', familyName: 'Unfiledsson', email: 'yvorganda@example.com' };
const CONTENTS = 'We would like to meet you at the Brixelhorn';
const NEEDLES = [
  ...[VACANCY, MET.givenName, MET.familyName, MET.email, MET.phone, '+46703184729', CV_WORDS, CV_NAME, NOTE],
  ...[DRAFT.givenName, DRAFT.familyName, DRAFT.email, CONTENTS, 'Maja Lindhult', 'maja.lindhult', 'Norrvik Energi'],
];
/** Stands in clear in IndexedDB, as the name of a table (architecture.md, *Lists come from the roster*). */
const IN_CLEAR = 'application';

test('after a working day and a dead battery, no file says who was met and what was written', async ({ desks }) => {
  const desk = await desks.open();
  await workWithEverything(desk.page);
  await desk.kill();
  const again = await desks.open(); // which reads, replays and tidies what was left
  await openVacancy(again.page, VACANCY);
  await expect(again.page.getByRole('row').filter({ hasText: MET.familyName })).toBeVisible();
  await again.shut(); // history and sessions are written when the browser ends in peace

  expect(searchLeaks(desks.dataFolder, NEEDLES)).toEqual([]);
  expectSearchSees(desks.dataFolder);
});

async function workWithEverything(page: Page): Promise<void> {
  page.setDefaultTimeout(20_000);
  await startCapturing(page, VACANCY);
  await typePerson(page, MET);
  await page.getByLabel('Note').fill(NOTE);
  await addCv(page, { name: CV_NAME, mimeType: 'application/pdf', buffer: await makePdf(CV_WORDS, 400_000) });
  await savePerson(page, MET);

  await openVacancy(page, VACANCY);
  await page.getByPlaceholder(/^Filter by name/).fill(MET.givenName);
  await openDossier(page, MET);
  await seeCv(page, CV_NAME);
  await page.getByRole('tab', { name: /Documents/ }).click();
  await expect(page.getByText(NOTE).first()).toBeVisible();

  await searchPalette(page, MET.familyName);
  await expect(page.getByRole('option', { name: new RegExp(MET.familyName) })).toBeVisible();
  await page.keyboard.press('Escape');

  await openVacancy(page, VACANCY);
  await beginEmail(page);
  await page.getByRole('textbox', { name: 'Contents' }).fill(CONTENTS);
  await checkPlan(page);
  await sendPlanned(page);
  await page.keyboard.press('Escape');

  await goTo(page, 'Capture');
  await typePerson(page, DRAFT);
  await expect(page.getByText('Every key you press is saved on this laptop')).toBeVisible();
}

/** Nothing found means nothing unless the same search, in the same folder, finds what is there. */
function expectSearchSees(data: string): void {
  const seen = searchLeaks(data, [IN_CLEAR]);
  const inside = (form: RegExp, place: RegExp) =>
    seen.filter((hit) => form.test(hit.form) && place.test(path.relative(data, hit.file)));
  expect(inside(/./, /IndexedDB/).length).toBeGreaterThan(0);
  const profile = path.join(data, 'browser-profile', 'Default');
  expect(filesUnder(profile).length).toBeGreaterThan(10);
  for (const [name, written] of [
    ['plain', Buffer.from(`…${CV_WORDS}…`)],
    ['wide', Buffer.from(CV_WORDS, 'utf16le')],
    ['coded', Buffer.from(Buffer.from(`x${CV_WORDS}`).toString('base64'))],
  ] as const) {
    writeFileSync(path.join(profile, name), written);
    expect(searchLeaks(data, NEEDLES).map(({ file }) => path.basename(file))).toContain(name);
  }
}
