import { expect, type Locator, type Page } from '@playwright/test';

/** *Edit meeting invitation*, which an entry of the calendar opens. */
export async function openMeeting(page: Page, entry: Locator): Promise<Locator> {
  await entry.click();
  const dialog = page.getByRole('dialog', { name: 'Edit meeting invitation' });
  await expect(dialog.getByRole('button', { name: 'Save changes' })).toBeVisible();
  return dialog;
}

export async function moveMeeting(
  dialog: Locator,
  to: Partial<Readonly<Record<'Date' | 'Time' | 'Place', string>>>,
): Promise<void> {
  for (const [field, value] of Object.entries(to))
    await dialog.getByRole('textbox', { name: field, exact: true }).fill(value);
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog).toBeHidden();
}

/** As it was given at the stand. */
export async function enterAnswer(dialog: Locator, name: string, answer: string): Promise<void> {
  await dialog.getByRole('combobox', { name: `Answer of ${name}` }).click();
  await dialog.page().getByRole('option', { name: answer, exact: true }).click();
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog).toBeHidden();
}

/** With the mail that calls it off, for whoever knows of it. */
export async function cancelMeeting(dialog: Locator, name: string): Promise<void> {
  const page = dialog.page();
  await dialog.getByRole('button', { name: 'Cancel the interview' }).click();
  await expect(page.getByText(`Already told of this interview: ${name}`)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the interview' }).click();
  await expect(page.getByText(`${name}: the interview is cancelled.`)).toBeVisible();
}
