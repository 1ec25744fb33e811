import { expect, type Page } from '@playwright/test';

/** Opens the palette by its key and types into it. While a dialog is still closing the key is the dialog's: that is waited for. */
export async function searchPalette(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: 'Find a person or do something' });
  await expect(palette).toBeFocused();
  await page.keyboard.type(words);
}

/** Does what the palette offers for `words`. */
export async function goByPalette(page: Page, words: string): Promise<void> {
  await searchPalette(page, words);
  await expect(page.getByRole('option', { name: words }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find a person or do something' })).toHaveCount(0);
}
