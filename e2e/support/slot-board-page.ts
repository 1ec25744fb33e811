import { expect, type Locator, type Page } from '@playwright/test';
import { goTo, savePerson, typePerson, type Met } from './work.js';

/** The invitation that is open, with the slot in it. */
function invitationOn(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Invite to interview' });
}

export async function openSlotBoard(page: Page, by: 'Recruiter' | 'Room'): Promise<void> {
  await goTo(page, 'Recruitment calendar');
  await page.getByRole('link', { name: 'Slot board' }).click();
  await page.getByRole('radio', { name: by }).click();
  await expect(page.getByRole('button', { name: /Next free slot/ })).toBeEnabled();
}

/** The next free slot of anybody, for an applicant who is found by name. */
export async function bookNextFree(page: Page, { givenName, familyName }: Met): Promise<Locator> {
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Book a slot' });
  await dialog.getByRole('combobox', { name: 'Applicant' }).fill(familyName);
  await page.getByRole('option', { name: `${givenName} ${familyName}` }).click();
  return invitationOn(page);
}

/** A slot that is free at a time, for somebody who is captured now. */
export async function bookForWalkIn(page: Page, slot: RegExp, met: Met): Promise<Locator> {
  await page.getByRole('button', { name: slot }).click();
  await page.getByRole('button', { name: 'Capture a walk-in' }).click();
  await typePerson(page, met);
  await savePerson(page, met);
  return invitationOn(page);
}
