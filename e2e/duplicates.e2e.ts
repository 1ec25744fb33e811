import type { Page } from '@playwright/test';
import { makePdf } from './support/make-pdf.js';
import { startSmtpServer } from './support/smtp-server.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  addVacancy,
  beginEmail,
  checkPlan,
  goTo,
  holdMessagesFor,
  openDossier,
  openVacancy,
  savePerson,
  sendPlanned,
  setMailAccount,
  startWorking,
  takeBack,
  typePerson,
  type Met,
} from './support/work.js';

const [TRAINEE, ANALYST] = ['Trainee power systems', 'Grid data analyst'];
const NAME = { givenName: 'Ebba', familyName: 'Norrlander', phone: '+46701740605' } as const;
const AT_NINE = { ...NAME, email: 'ebba.old@example.com', vacancy: TRAINEE };
const AT_TEN = { ...NAME, email: 'ebba.new@example.com', vacancy: ANALYST };

test('G-13: somebody captured twice is suggested, merged with everything of both, written to as chosen, and erased everywhere', async ({
  desk,
}) => {
  const { page } = desk;
  const smtp = await startSmtpServer();
  await startWorking(page);
  await addVacancy(page, TRAINEE);
  await addVacancy(page, ANALYST);
  await capture(page, AT_NINE, 'CV at nine.pdf');
  await capture(page, AT_TEN, 'CV at ten.pdf');
  await note(page, AT_NINE, 'Asked about thesis work');
  await note(page, AT_TEN, 'Came back with her CV');

  // Dismissed, they are not asked about again, unless that is taken back.
  await goTo(page, 'Home');
  await page.getByRole('link', { name: /^Possible duplicates/ }).click();
  await page.getByRole('button', { name: 'Compare both captures of Ebba Norrlander' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is this the same person?' });
  await dialog.getByRole('button', { name: 'Not the same person' }).click();
  await expect(page.getByText('No possible duplicates')).toBeVisible();
  await takeBack(page, 'Ebba Norrlander: noted as two people');

  await page.getByRole('button', { name: 'Compare both captures of Ebba Norrlander' }).click();
  await expect(dialog.getByRole('radio', { name: AT_TEN.email })).toBeChecked();
  await dialog.getByRole('button', { name: 'Same person, merge' }).click();
  await expect(page.getByText('Ebba Norrlander is merged into one dossier')).toBeVisible();
  await expect(page.getByText('No possible duplicates')).toBeVisible();
  await seesBoth(page, TRAINEE);

  await goTo(page, 'Home');
  await takeBack(page, 'Ebba Norrlander is merged into one dossier');
  await expect(page.getByRole('link', { name: /^Possible duplicates/ })).toBeVisible();
  await openVacancy(page, TRAINEE);
  await openDossier(page, NAME);
  await expect(page.getByText('May have been captured twice')).toBeVisible();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await dialog.getByRole('button', { name: 'Same person, merge' }).click();
  await expect(page.getByRole('heading', { name: 'Also captured' })).toBeVisible();

  await desk.restart();
  await seesBoth(desk.page, ANALYST);
  await setMailAccount(desk.page, { ...smtp });
  await holdMessagesFor(desk.page, 0);
  await openVacancy(desk.page, TRAINEE);
  await beginEmail(desk.page);
  expect(await checkPlan(desk.page)).toBe(1);
  await sendPlanned(desk.page);
  await desk.page.keyboard.press('Escape');
  desk.cable.plug();
  await expect
    .poll(() => smtp.received.flatMap(({ envelope }) => envelope.to), { timeout: 90_000 })
    .toEqual([AT_TEN.email]);

  await openVacancy(desk.page, ANALYST);
  await openDossier(desk.page, NAME);
  await desk.page.getByRole('button', { name: 'More for this person' }).click();
  await desk.page.getByRole('menuitem', { name: 'Delete candidate' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Delete permanently' }).click();
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  for (const vacancy of [TRAINEE, ANALYST]) {
    await openVacancy(desk.page, vacancy);
    await expect(desk.page.getByRole('row').filter({ hasText: NAME.familyName })).toHaveCount(0);
  }
  await smtp.stop();
});

async function capture(page: Page, met: Met, cv: string): Promise<void> {
  await goTo(page, 'Capture');
  await typePerson(page, met);
  await addCv(page, { name: cv, mimeType: 'application/pdf', buffer: await makePdf(cv, 10_000) });
  await savePerson(page, met);
}

async function note(page: Page, met: typeof AT_NINE, text: string): Promise<void> {
  await openVacancy(page, met.vacancy);
  await openDossier(page, met);
  await page.getByRole('button', { name: 'Add note' }).first().click();
  await page.getByLabel('Note', { exact: true }).fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The note is saved')).toBeVisible();
}

/** From either vacancy: both applications, both CVs; the note of the one that is open, and what was not chosen. */
async function seesBoth(page: Page, vacancy: string): Promise<void> {
  await openVacancy(page, vacancy);
  await openDossier(page, NAME);
  await expect(page.getByRole('heading', { name: 'All applications (2)' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Ebba Norrlander' }).getByText(AT_TEN.email)).toBeVisible();
  await page.getByRole('tab', { name: /^Documents/ }).click();
  for (const cv of ['CV at nine.pdf', 'CV at ten.pdf']) await expect(page.getByText(cv).first()).toBeVisible();
  const other = vacancy === TRAINEE ? ANALYST : TRAINEE;
  await expect(page.getByText(noteOf(vacancy)).first()).toBeVisible();
  await page.getByRole('tab', { name: /activities/i }).click();
  await expect(page.getByText(`Before merging: ${AT_NINE.email}`).first()).toBeVisible();
  await page.getByRole('link', { name: other }).click();
  await page.getByRole('tab', { name: /^Documents/ }).click();
  await expect(page.getByText(noteOf(other)).first()).toBeVisible();
}

function noteOf(vacancy: string): string {
  return vacancy === TRAINEE ? 'Asked about thesis work' : 'Came back with her CV';
}
