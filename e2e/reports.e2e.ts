import { readFileSync } from 'node:fs';
import type { Download } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { makePdf } from './support/make-pdf.js';
import { expect, test } from './support/test.js';
import { addCv, addVacancy, goTo, openVacancy, savePerson, startWorking, typePerson } from './support/work.js';

const VACANCY = 'Trainee power systems';
const LINNEA = { givenName: 'Linnéa', familyName: 'Åkerström', email: 'linnea@example.com', vacancy: VACANCY } as const;
const OSKAR = { givenName: 'Oskar', familyName: 'Fjellheim', email: 'oskar@example.com', vacancy: VACANCY } as const;
const EBBA = { givenName: 'Ebba', familyName: 'Zander', email: 'ebba@example.com', vacancy: VACANCY } as const;

async function pagesOf(download: Download): Promise<readonly string[]> {
  const bytes = Uint8Array.from(readFileSync(await download.path()));
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    pages.push(words.normalize('NFC').replace(/\s+/g, ' '));
  }
  await document.destroy();
  return pages;
}

test('G-6 G-15 the statistics of a vacancy, its candidates’ CVs as one PDF, and the report on where they came from', async ({
  desk,
}) => {
  const { page } = desk;
  await startWorking(page);
  await addVacancy(page, VACANCY);
  await goTo(page, 'Capture');
  for (const [met, cv] of [
    [LINNEA, 'CV of Linnea'],
    [OSKAR, null],
    [EBBA, 'CV of Ebba'],
  ] as const) {
    await typePerson(page, met);
    if (cv !== null) {
      await addCv(page, { name: 'CV.pdf', mimeType: 'application/pdf', buffer: await makePdf(cv, 9_000) });
    }
    await savePerson(page, met);
  }
  await openVacancy(page, VACANCY);
  await page.getByRole('row').filter({ hasText: EBBA.familyName }).getByRole('checkbox').click();
  await page
    .getByRole('button', { name: /^(Further progress|Choose an action)/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Withdrawn/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Mark 1 as withdrawn' }).click();
  await expect(page.getByRole('dialog').getByText('1 applicant is marked as withdrawn')).toBeVisible();
  await page.keyboard.press('Escape');

  const reports = page.getByRole('button', { name: 'Reports of this vacancy' });
  await reports.click();
  await page.getByRole('menuitem', { name: 'Statistics' }).click();
  await expect(page.getByRole('figure', { name: 'Stages passed' })).toContainText(/Application received\s*3 · 100\s?%/);
  await expect(page.getByRole('row', { name: /Ebba Zander/ })).toContainText('Withdrawn');

  await reports.click();
  await page.getByRole('menuitem', { name: 'Candidate report' }).click();
  await page.getByRole('checkbox', { name: 'Hide withdrawn' }).uncheck();
  await page.getByRole('checkbox', { name: 'Everybody' }).check();
  await expect(page.getByText('3 candidates in one PDF')).toBeVisible();
  await page.getByRole('button', { name: 'Make the PDF' }).click();
  const made = page.getByRole('region', { name: 'Finished reports' });
  await expect(made).toContainText('3 candidates, 6 pages');
  await expect(made).toContainText(/Oskar Fjellheim\s*No CV/);
  const download = page.waitForEvent('download');
  await made.getByRole('button', { name: /^Save PDF/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^Candidate report \d{4}-\d\d-\d\d\.pdf$/);
  const pages = await pagesOf(await download);
  expect(pages[0]).toMatch(/Ebba Zander 2 .*Linnéa Åkerström 4 .*Oskar Fjellheim No CV 6/);
  expect(pages[1]).toMatch(/1 \/ 3 Ebba Zander .*Withdrawn/);
  expect(pages[2]).toBe('CV of Ebba');
  expect(pages[4]).toBe('CV of Linnea');
  expect(pages[5]).toMatch(/3 \/ 3 Oskar Fjellheim/);

  await goTo(page, 'Reports');
  await page.getByRole('radio', { name: 'Source' }).click();
  await expect(page.getByRole('row', { name: /^Met at no fair 2 0 0 0 1 0 3$/ })).toBeVisible();
});
