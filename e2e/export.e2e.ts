import { readdirSync, readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { makePdf } from './support/make-pdf.js';
import { readContract } from './support/read-contract.js';
import { openDesk } from './support/desk.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  goTo,
  openDossier,
  openVacancy,
  savePerson,
  seeCv,
  startCapturing,
  startWorking,
  typePerson,
} from './support/work.js';

const VACANCY = 'Trainee power systems';
const LINNEA = {
  givenName: 'Linnéa',
  familyName: 'Åkerström 李',
  email: 'linnea@example.com',
  vacancy: VACANCY,
  language: 'sv',
} as const;
const OSKAR = { givenName: 'Oskar', familyName: 'Fjellheim', email: 'oskar@example.com', vacancy: VACANCY } as const;

async function opened(download: Download): Promise<Readonly<Record<string, Uint8Array>>> {
  return unzipSync(Uint8Array.from(readFileSync(await download.path())));
}

async function exportPerson(page: Page): Promise<Download> {
  await page.getByRole('button', { name: 'More for this person' }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as ZIP…' }).click();
  return await download;
}

async function exportEverything(page: Page): Promise<Download> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything…' }).click();
  return await download;
}

async function chooseExport(page: Page, path: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(path);
}

test('beyond.md 10: one person is handed out, to be read and for programs, with every file and nobody else; everything goes to another laptop', async ({
  desk,
}) => {
  const { page } = desk;
  const pdf = await makePdf('Curriculum vitae', 20_000);
  await startCapturing(page, VACANCY, [OSKAR]);
  await typePerson(page, LINNEA);
  await addCv(page, { name: 'CV =1+1 Linnéa.pdf', mimeType: 'application/pdf', buffer: pdf });
  await savePerson(page, LINNEA);
  await openVacancy(page, VACANCY);
  await openDossier(page, LINNEA);

  const download = await exportPerson(page);
  expect(download.suggestedFilename()).toMatch(/^Copy of personal data \d{4}-\d\d-\d\d\.zip$/);
  await expect(page.getByText('The copy is saved')).toBeVisible();
  const files = await opened(download);
  expect(Object.keys(files)).toEqual([
    'Dina uppgifter.pdf',
    'person.json',
    'person.schema.json',
    'files/001 CV _1_1 Linnéa.pdf',
  ]);
  expect(Buffer.from(files['files/001 CV _1_1 Linnéa.pdf'] ?? []).equals(pdf)).toBe(true);
  const { text, language, check } = await readContract(Uint8Array.from(files['Dina uppgifter.pdf'] ?? []).buffer);
  expect([language, check]).toEqual(['sv', expect.stringContaining('No syntax or stream encoding errors')]);
  for (const words of ['Linnéa Åkerström □', 'linnea@example.com', VACANCY, 'CV =1+1 Linnéa.pdf', 'Dina rättigheter'])
    expect(text).toContain(words);
  const data = strFromU8(files['person.json'] ?? new Uint8Array());
  expect(data).toContain('Åkerström 李');
  for (const other of [OSKAR.familyName, OSKAR.email]) expect(text + data).not.toContain(other);

  const everything = await exportEverything(page);
  expect(everything.suggestedFilename()).toMatch(/^Fairdesk export \d{4}-\d\d-\d\d\.zip$/);
  const all = await opened(everything);
  expect(Object.entries(all).filter(([name]) => name.startsWith('files/'))).toMatchObject([
    [expect.stringMatching(/\.pdf$/), { length: pdf.length }],
  ]);
  expect(strFromU8(all['records/00001.jsonl'] ?? new Uint8Array())).toContain('Åkerström 李');
  expect(readdirSync(desk.dataFolder, { recursive: true }).join('\n')).not.toMatch(/\.(zip|crdownload)|Linn/);
  await chooseExport(page, await everything.path());
  await expect(page.getByText('Nothing: every record is here already.')).toBeVisible();

  const other = await openDesk();
  await startWorking(other.page);
  await chooseExport(other.page, await everything.path());
  await other.page.getByRole('button', { name: /^Add \d+ records$/ }).click();
  await expect(other.page.getByText(/^\d+ records and 1 file are added$/)).toBeVisible();
  await openVacancy(other.page, VACANCY);
  await openDossier(other.page, LINNEA);
  await seeCv(other.page, 'CV =1+1 Linnéa.pdf');
  expect(other.faults).toEqual([]);
  await other.close();
});
