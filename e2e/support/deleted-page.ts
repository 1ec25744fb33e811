import { expect, type Locator, type Page } from '@playwright/test';

export function rowOf(page: Page, familyName: string): Locator {
  return page.getByRole('row').filter({ hasText: familyName });
}

/** Deletes applications (R13) in the list of a vacancy, which must be open. */
export async function deleteFromList(page: Page, familyNames: readonly string[]): Promise<void> {
  for (const familyName of familyNames) await rowOf(page, familyName).getByRole('checkbox').click();
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Delete/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Delete' });
  await dialog.getByRole('button', { name: `Delete ${familyNames.length.toString()}` }).click();
  await expect(dialog.getByText(/applications? (is|are) in Deleted applications/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

/** Confirms *Delete permanently* (R16) of one row in *Deleted applications*, which must be open; does not wait for its end. */
export async function deletePermanently(page: Page, familyName: string): Promise<void> {
  await rowOf(page, familyName).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Delete permanently' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete permanently' });
  await expect(dialog.getByText('This cannot be undone, by anyone.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete permanently' }).click();
}
