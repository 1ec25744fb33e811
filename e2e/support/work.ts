import { expect, type Page } from '@playwright/test';

/** What a recruiter does, by mouse and keyboard, in the English screen. Nothing here reaches behind the page. */

export interface Met {
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string;
  readonly phone?: string;
  readonly vacancy?: string;
  readonly language?: 'sv' | 'da' | 'nl' | 'nb' | 'en';
}

/** The first start: who is working here. */
export async function startWorking(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Maja Lindhult');
  await page.getByLabel('Your email').fill('maja.lindhult@example.com');
  await page.getByLabel('Name of the organisation').fill('Norrvik Energi');
  await page.getByRole('button', { name: 'Start working' }).click();
  await expect(page.getByRole('link', { name: 'Capture' }).first()).toBeVisible();
}

export async function goTo(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: entry }).first().click();
}

export async function addVacancy(page: Page, title: string): Promise<void> {
  await goTo(page, 'Vacancy list');
  await page.getByRole('link', { name: 'New vacancy' }).first().click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('English').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

/** Types a person into Capture, which must be open, and leaves it unsaved. */
export async function typePerson(page: Page, met: Met): Promise<void> {
  await page.getByLabel('First name').fill(met.givenName);
  await page.getByLabel('Surname').fill(met.familyName);
  if (met.email !== undefined) await page.getByLabel('Email', { exact: true }).fill(met.email);
  if (met.phone !== undefined) await page.getByLabel('Mobile').fill(met.phone);
  if (met.vacancy !== undefined) await page.getByRole('radio', { name: met.vacancy }).click();
  if (met.language !== undefined) await page.getByRole('radio', { name: met.language, exact: true }).click();
}

/** Saves what Capture holds; resolves once the page says that the person is saved. */
export async function savePerson(page: Page, met: Met): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${met.givenName} ${met.familyName} is saved`)).toBeVisible();
}
