import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { useUiStore } from '../../../state/ui-store.js';
import { hidePage } from '../../../testing/page-on-show.js';
import { showHandling } from '../testing/show-handling.js';

afterEach(async () => {
  vi.restoreAllMocks();
  await hidePage();
});

/** What the browser is handed to save, instead of saving it. */
function savedFiles(): { readonly name: string; readonly bytes: Promise<ArrayBuffer> }[] {
  const saved: { name: string; bytes: Promise<ArrayBuffer> }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, bytes: fetch(this.href).then((answer) => answer.arrayBuffer()) });
  });
  return saved;
}

it('G-15 what the filters leave is saved as CSV, in the order of the list', async () => {
  await showHandling(3, [], 1100, ['administer']);
  const saved = savedFiles();
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect.element(page.getByRole('group', { name: 'All 3 listed' })).toBeVisible();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect.poll(() => saved).toHaveLength(1);
  expect(saved[0]?.name).toMatch(/^Applications \d{4}-\d\d-\d\d\.csv$/);
  const lines = new TextDecoder().decode(await saved[0]?.bytes).split('\r\n');
  expect(lines.slice(1, 4).map((line) => line.split(';').slice(0, 4))).toEqual([
    ['Trainee', expect.any(String), 'Person', '0'],
    ['Trainee', expect.any(String), 'Person', '1'],
    ['Trainee', expect.any(String), 'Person', '2'],
  ]);
  expect(useUiStore.getState().toast?.text).toBe('The file has 3 applications. It is no longer protected by Fairdesk.');
});

it('G-15 only those ticked are saved, as a workbook', async () => {
  await showHandling(3, [], 1100, ['administer']);
  const saved = savedFiles();
  await page.getByRole('checkbox', { name: 'Tick Person 1' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('group', { name: '1 ticked application' }).getByRole('menuitem', { name: /XLSX/ }).click();
  await expect.poll(() => saved).toHaveLength(1);
  expect(saved[0]?.name).toMatch(/\.xlsx$/);
  const bytes = new Uint8Array((await saved[0]?.bytes) ?? new ArrayBuffer());
  expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
  expect(useUiStore.getState().toast?.text).toMatch(/^The file has 1 application\./);
});

it('G-9 without the right to reports there is nothing to export with', async () => {
  await showHandling(2);
  await page.getByRole('checkbox', { name: 'Tick Person 1' }).click();
  await expect.element(page.getByRole('region', { name: 'Ticked applications' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Export…' })).not.toBeInTheDocument();
});
