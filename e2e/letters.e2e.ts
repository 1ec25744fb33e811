import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { readContract } from './support/read-contract.js';
import { startSmtpServer } from './support/smtp-server.js';
import { expect, test } from './support/test.js';
import { openDossier, openVacancy, setMailAccount, startCapturing } from './support/work.js';

const VACANCY = 'Trainee power systems';
const LINNEA = { givenName: 'Linnéa', familyName: 'Åkerström', email: 'linnea@example.com', vacancy: VACANCY } as const;
const OSKAR = { givenName: 'Oskar', familyName: 'Fjellheim', email: 'oskar@example.com', vacancy: VACANCY } as const;
/** Nobody has this person's email address. */
const LUKASZ = { givenName: 'Łukasz', familyName: 'Erdős', phone: '+46703184729', vacancy: VACANCY } as const;

async function press(where: Locator, name: RegExp): Promise<void> {
  await where.getByRole('button', { name }).last().click();
}

test('R42 R43 R44 C16 C33: of three who are rejected, the one without email gets a letter, posted when somebody says so', async ({
  desk,
}) => {
  const { page } = desk;
  const smtp = await startSmtpServer();
  const dialog = page.getByRole('dialog');
  const bar = page.getByRole('region', { name: 'What to do with the selected letters' });
  await startCapturing(page, VACANCY, [LINNEA, OSKAR, LUKASZ]);
  await setMailAccount(page, { ...smtp });

  await openVacancy(page, VACANCY);
  await page.keyboard.press('Control+a');
  await press(page.locator('body'), /^(Further progress|Choose an action)/);
  await page.getByRole('menuitemradio', { name: /^Reject/ }).click();
  await press(page.locator('body'), /^Execute/);
  await dialog.getByRole('radio', { name: 'Too little experience' }).click();
  await press(dialog, /^Next/);
  await press(dialog, /^Check the plan/);
  await press(dialog, /^Reject 3, send 2 emails/);
  await expect(
    dialog.getByRole('heading', { name: '3 applicants are rejected, 2 emails are in the Outbox' }),
  ).toBeVisible();

  await press(dialog, /^Write 1 letter instead/);
  await expect(dialog.getByRole('radio', { name: 'Letter: Application rejected' })).toBeChecked();
  await dialog.getByLabel('Postal address, Łukasz Erdős').fill('Björkvägen 12 B\n972 41 Luleå');
  await press(dialog, /^Next/);
  await press(dialog, /^Check the plan/);
  await press(dialog, /^Write 1 letter/);
  await expect(dialog.getByRole('heading', { name: '1 letter is written' })).toBeVisible();

  const download = page.waitForEvent('download');
  await press(dialog, /^Save as PDF/);
  const { text, check } = await readContract(Uint8Array.from(readFileSync(await (await download).path())).buffer);
  expect(check).toContain('No syntax or stream encoding errors');
  for (const words of ['Norrvik Energi', 'Łukasz Erdős', 'Björkvägen 12 B', '972 41 Luleå', VACANCY, 'Maja Lindhult'])
    expect(text).toContain(words);
  expect(text).not.toContain(LINNEA.givenName);

  await dialog.getByRole('link', { name: 'Open Letters' }).click();
  await page.getByRole('checkbox', { name: 'Select the letter to Łukasz Erdős' }).click();
  await press(bar, /^Mark 1 as posted/);
  await expect(page.getByText('1 letter is marked as posted')).toBeVisible();
  await expect(page.getByText('No letter waits to be posted')).toBeVisible();
  await press(page.locator('body'), /^Undo/);
  await expect(page.getByRole('row').filter({ hasText: 'Łukasz Erdős' })).toContainText('To be printed');

  await openVacancy(page, VACANCY);
  await openDossier(page, LUKASZ);
  await page.getByRole('tab', { name: /Messages/ }).click();
  await expect(page.getByText('To be printed')).toBeVisible();
  expect(smtp.connections).toBe(0);
  await smtp.stop();
});
