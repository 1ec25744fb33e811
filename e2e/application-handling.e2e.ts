import type { Page } from '@playwright/test';
import { PROGRESS_ACTIONS } from '../shared/domain/progress-action.js';
import { catalogues } from '../shared/i18n/catalogues/index.js';
import { expect, test } from './support/test.js';
import { goTo, startCapturing } from './support/work.js';

const VACANCY = 'Trainee power systems';
const MET = { givenName: 'Tuva', familyName: 'Sørbråten', email: 'tuva@example.com', vacancy: VACANCY };

test('R2, R3, R4, R6: the way from Home to Application and CV, and the list of actions at both places', async ({
  desk,
}) => {
  const { page } = desk;
  await startCapturing(page, VACANCY, [MET]);

  // R4: Home → Vacancy list → Title → Application handling, Overview, All applications → Name → Application and CV
  await goTo(page, 'Home');
  await page.getByRole('main').getByRole('link', { name: 'Vacancy list' }).click();
  await page.getByRole('link', { name: VACANCY, exact: true }).click();
  await expect(page.getByRole('link', { name: /Overview/ })).toHaveAttribute('aria-current', /page|true/);
  await expect(page.getByText('All applications')).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: MET.familyName });
  await row.getByRole('checkbox').click();
  await expectAllActions(page); // R3: the list, for what is ticked
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row.getByRole('checkbox')).toBeChecked(); // each Esc closed what it was pressed in, and nothing else
  await row.getByText(MET.familyName).click();
  await expect(page.getByRole('heading', { name: `${MET.givenName} ${MET.familyName}` })).toBeVisible();
  await expectAllActions(page); // R3: one applicant's page

  // R6
  for (const field of ['Vacancy Status', 'Job offer sent', 'Meeting invitation']) {
    await expect(page.getByText(field, { exact: true })).toBeVisible();
  }

  // R2: choosing alone does nothing
  await page.getByRole('menuitemradio', { name: /^Send email/ }).click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(0); // it would lie over the dialog
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /^Execute/ }).click();
  await expect(page.getByRole('dialog', { name: 'Send email' })).toBeVisible();
});

/** R2: exactly the fourteen, in their order; the picker stays open. */
async function expectAllActions(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Further progress/ })
    .last()
    .click();
  const rows = page.getByRole('menuitemradio');
  await expect(rows).toHaveCount(PROGRESS_ACTIONS.length);
  const names = (await rows.allInnerTexts()).map((text) => text.split(/\n|,/)[0]?.trim());
  expect(names).toEqual(PROGRESS_ACTIONS.map((id) => catalogues.en.progress.actions[id].name));
}
