import { expect, type Page } from '@playwright/test';
import { calendarScreens } from './calendar-screens.js';
import type { Desk } from './desk.js';
import { importScreens } from './import-screens.js';
import { invitationScreens } from './invitation-screens.js';
import { loadDemo } from './load-demo.js';
import type { Look } from './look.js';
import { makePdf } from './make-pdf.js';
import { organisationScreens } from './organisation-screens.js';
import { searchPalette } from './palette.js';
import { settingsScreens } from './settings-screens.js';
import {
  addCv,
  addFair,
  beginEmail,
  checkPlan,
  goTo,
  hireFirst,
  openVacancy,
  savePerson,
  sendPlanned,
  startWorking,
  typePerson,
} from './work.js';

const POPULAR = 'Grid data analyst';
const SMALL = 'Data-analist warmtenetten';

/** Goes to every screen, empty, filled and with errors, and looks at each. */
export async function everyScreen(desk: Desk, look: Look): Promise<void> {
  const { page } = desk;
  await expect(page.getByLabel('Your name')).toBeVisible();
  await look('first start');
  await page.getByRole('button', { name: 'Start working' }).click();
  await look('first start with errors');
  await page.getByRole('button', { name: 'Join colleagues' }).click();
  await look('joining colleagues');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await look('joining colleagues with errors');
  await page.getByRole('button', { name: 'Back' }).click();
  await startWorking(page);
  await look('home, empty');
  await page.getByRole('main').getByRole('link', { name: 'Candidates to be deleted' }).click();
  await look('candidates to be deleted, empty');
  for (const entry of ['Vacancy list', 'Outbox', 'Search', 'Deleted applications', 'Employees', 'Fairs', 'Capture']) {
    await goTo(page, entry);
    await look(`${entry}, empty`);
  }
  await addFair(page, 'Career Days');
  await settingsScreens(page, look);
  await loadDemo(page);
  await calendarScreens(page, look);
  await lists(page, look);
  await capture(page, look);
  await email(page, look);
  await invitationScreens(page, SMALL, look);
  await forward(page, look);
  await search(page, look);
  await deleted(page, look);
  await employees(page, look);
  await reports(page, look);
  await duplicates(page, look);
  await overlays(page, look);
}

async function lists(page: Page, look: Look): Promise<void> {
  for (const entry of ['Home', 'Vacancy list']) {
    await goTo(page, entry);
    await look(entry);
  }
  await organisationScreens(page, look);
  await goTo(page, 'Vacancy list');
  await page.getByRole('link', { name: 'New vacancy' }).first().click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await look('new vacancy with errors');
  await importScreens(page, look);
  await reportsOfVacancy(page, look);
  await openVacancy(page, POPULAR);
  await look('application handling');
  await page.getByRole('link', { name: /Pending applications/ }).click();
  await look('pending');
  await page.getByRole('link', { name: /Overview/ }).click();
  await dossier(page, look);
}

/** Of a vacancy of few: a report holds all its rows at once. */
async function reportsOfVacancy(page: Page, look: Look): Promise<void> {
  await openVacancy(page, SMALL);
  await page.getByRole('button', { name: 'Reports of this vacancy' }).click();
  await page.getByRole('menuitem', { name: 'Statistics' }).click();
  await expect(page.getByRole('figure', { name: 'Stages passed' })).toBeVisible();
  await look('statistics');
  await page.getByRole('button', { name: 'Reports of this vacancy' }).click();
  await page.getByRole('menuitem', { name: 'Candidate report' }).click();
  await expect(page.getByRole('table', { name: 'Candidates' })).toBeVisible();
  await look('candidate report');
}

async function dossier(page: Page, look: Look): Promise<void> {
  await page.getByRole('row').nth(3).dblclick();
  await expect(page.locator('canvas').first()).toBeVisible();
  await look('dossier');
  await page.getByRole('button', { name: 'More for this person' }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  await expect(page.getByRole('button', { name: 'Save as ZIP…' })).toBeVisible();
  await look('export of a person');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More for this person' }).click();
  await page.getByRole('menuitem', { name: 'Delete candidate…' }).click();
  await expect(page.getByText('the person with all details').first()).toBeVisible();
  await look('delete candidate');
  await page.keyboard.press('Escape');
  for (const tab of [/Activities/, /Documents/, /Messages/]) {
    await page.getByRole('tab', { name: tab }).click();
    await look(`dossier: ${tab.source}`);
  }
  await page.keyboard.press('Escape');
}

async function capture(page: Page, look: Look): Promise<void> {
  await goTo(page, 'Capture');
  await typePerson(page, { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora at example' });
  await addCv(page, { name: 'CV.pdf', mimeType: 'application/pdf', buffer: await makePdf('Nora', 20_000) });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('This is not an email address')).toBeVisible();
  await look('capture with errors');
  await page.getByRole('button', { name: 'Show the text' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('notice');
  await page.keyboard.press('Escape');
}

async function email(page: Page, look: Look): Promise<void> {
  await openVacancy(page, POPULAR);
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('button', { name: /^Execute/ })).toBeVisible();
  await look('application handling, ticked');
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await look('picker');
  await page.keyboard.press('Escape');
  await beginEmail(page);
  await look('send email: details');
  await page.getByLabel('Subject').first().fill(' ');
  await page.getByRole('button', { name: /^Check the plan/ }).click();
  await expect(page.getByText(/Subject is empty/).first()).toBeVisible();
  await look('send email: with errors');
  await page.getByLabel('Subject').first().fill('Good to meet you');
  await checkPlan(page);
  await look('send email: plan');
  await sendPlanned(page);
  await look('send email: done');
  await page.keyboard.press('Escape');
  await goTo(page, 'Outbox');
  await look('outbox');
  await page.getByRole('row').nth(2).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await look('outbox with a message open');
}

async function search(page: Page, look: Look): Promise<void> {
  await goTo(page, 'Search');
  await page.getByRole('textbox', { name: 'Search', exact: true }).fill('grid');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('button', { name: 'Advanced search' }).click();
  await look('search, advanced, with hits');
  await page.getByRole('button', { name: 'Save search' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('saving a search');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden(); // it shows what was saved, and only then what is typed next
  await page.getByRole('textbox', { name: 'Search', exact: true }).fill('');
  await expect(page.getByRole('button', { name: 'Rename grid' })).toBeVisible();
  await look('saved searches');
}

async function forward(page: Page, look: Look): Promise<void> {
  await openVacancy(page, POPULAR);
  await page.keyboard.press('Control+a');
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Forward to email/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Forward to email' });
  await dialog.getByRole('checkbox', { name: /^Withhold/ }).check();
  await look('forward to email');
  await dialog.getByRole('button', { name: /^Check the plan/ }).click();
  await expect(dialog.getByText('Say to whom it goes.')).toBeVisible();
  await look('forward to email: with errors');
  await dialog.getByRole('textbox', { name: 'Recipient' }).fill('Per Holm <per@example.org>, eva@example.org');
  await dialog.getByRole('button', { name: /^Check the plan/ }).click();
  await expect(dialog.getByRole('button', { name: /^Forward \d/ })).toBeVisible();
  await look('forward to email: plan');
  await page.keyboard.press('Escape');
}

async function deleted(page: Page, look: Look): Promise<void> {
  await openVacancy(page, POPULAR);
  await page.getByRole('row').nth(1).getByRole('checkbox').click();
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Delete/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete \d/ })
    .click();
  await expect(page.getByText(/applications? (is|are) in Deleted applications/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await goTo(page, 'Deleted applications');
  await look('deleted applications');
  await page.getByRole('row').nth(1).getByRole('checkbox').click();
  await look('deleted applications, ticked');
}

async function employees(page: Page, look: Look): Promise<void> {
  await hireFirst(page, POPULAR);
  await goTo(page, 'Employees');
  await look('employees');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await look('an employee');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Start date').fill('soon');
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click();
  await look('an employee, changed with errors');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Delete employee' }).click();
  await look('an employee, deleting');
  await page.keyboard.press('Escape');
}

async function reports(page: Page, look: Look): Promise<void> {
  await goTo(page, 'Reports');
  for (const name of ['Rejection reasons', 'Source', 'Fairs']) {
    await page.getByRole('radio', { name }).click();
    await expect(page.getByRole('table', { name })).toBeVisible();
    await look(`reports: ${name}`);
  }
}

async function duplicates(page: Page, look: Look): Promise<void> {
  const twice = { givenName: 'Wilhelmina', familyName: 'van der Oosterhuizen', email: 'wilhelmina@example.com' };
  for (const phone of ['0612345678', '0687654321']) {
    await goTo(page, 'Capture');
    await typePerson(page, { ...twice, phone });
    await savePerson(page, twice);
  }
  await page.goto(new URL('#/duplicates', page.url()).href);
  await look('possible duplicates');
  await page
    .getByRole('button', { name: /^Compare/ })
    .first()
    .click();
  await look('possible duplicates, side by side');
  await page.getByRole('button', { name: 'Not the same person' }).click();
}

async function overlays(page: Page, look: Look): Promise<void> {
  await goTo(page, 'Sync and conflicts');
  await look('sync and conflicts');
  await page.goto(new URL('#/settings/server', page.url()).href);
  await look('settings: server');
  await goTo(page, 'Home');
  await searchPalette(page, 'an');
  await look('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('shortcuts');
  await page.keyboard.press('Escape');
}
