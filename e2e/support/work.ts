import { expect, type Locator, type Page } from '@playwright/test';

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

/** The first start with one vacancy, and everybody in `met` saved in Capture, which stays open. */
export async function startCapturing(page: Page, vacancy: string, met: readonly Met[] = []): Promise<void> {
  await startWorking(page);
  await addVacancy(page, vacancy);
  await goTo(page, 'Capture');
  for (const person of met) {
    await typePerson(page, person);
    await savePerson(page, person);
  }
}

/** Files everybody of a list, from Capture, which must be open, as applicants of a vacancy. */
export async function importInto(page: Page, vacancy: string, list: Buffer, people: number): Promise<void> {
  await page.getByRole('link', { name: 'Import a list' }).click();
  const file = { name: 'visitors.csv', mimeType: 'text/csv', buffer: list };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: `Check ${people.toString()} rows` }).click();
  await page.getByRole('combobox', { name: 'Vacancy' }).click();
  await page.getByRole('option', { name: vacancy }).click();
  await page.getByRole('button', { name: `Import ${people.toString()} people` }).click();
  await expect(page.getByRole('heading', { name: `${people.toString()} people are filed` })).toBeVisible();
}

/** Enters a fair that runs today and tomorrow, with rooms for interviews. */
export async function addFair(page: Page, name: string, rooms: readonly string[] = []): Promise<void> {
  await goTo(page, 'Fairs');
  await page.getByRole('link', { name: 'New fair' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Place').fill('Göteborg');
  await page.getByLabel('Stand').fill('B14');
  for (const room of rooms) {
    await page.getByRole('combobox', { name: 'Rooms for interviews' }).fill(room);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`${name} is saved`)).toBeVisible();
}

/** Hands a file to Capture and waits until it is stored. */
export async function addCv(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByText('Stored on this laptop')).toBeVisible();
}

export interface Account {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly authority: string;
}

/** Types the mail account into Settings and saves it; nothing is tried. */
export async function setMailAccount(page: Page, account: Account): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Email account' }).click();
  await page.getByLabel('Mail server').fill(account.host);
  await page.getByLabel('Port').fill(account.port.toString());
  await page.getByLabel('User name').fill(account.user);
  await page.getByRole('textbox', { name: 'Password' }).fill(account.password);
  await page.getByLabel('Sender’s name').fill('Norrvik Energi');
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('jobs@example.com');
  await page.getByLabel('Certificate of your own authority').fill(account.authority);
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.getByText('The email account is saved')).toBeVisible();
}

/** Sets for how long messages are held back so that they can be taken back. */
export async function holdMessagesFor(page: Page, seconds: number): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByLabel('Hold messages back for, in seconds').fill(seconds.toString());
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The organisation is saved')).toBeVisible();
}

export async function openVacancy(page: Page, title: string): Promise<void> {
  await goTo(page, 'Vacancy list');
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

/** How many applications a vacancy's page counts; it must be open. */
export async function countApplications(page: Page): Promise<number> {
  const overview = page.getByRole('link', { name: /Overview/ }).first();
  await expect(overview).toBeVisible();
  return Number(/\d+/.exec(await overview.innerText())?.[0] ?? '0');
}

/** Sends what the plan shows; resolves once the page says that it is in the Outbox. */
export async function sendPlanned(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send \d+ email/ }).click();
  await expect(page.getByText(/emails? (is|are) in the Outbox/).first()).toBeVisible();
}

/** Takes back what the page says has just happened; what happened before it may still offer its own way back. */
export async function takeBack(page: Page, said: string | RegExp): Promise<void> {
  const toast = page.getByRole('region', { name: 'Messages from Fairdesk' }).filter({ hasText: said });
  await toast.getByRole('button', { name: 'Undo' }).click();
}

/** How many messages the Outbox shows as waiting. */
export async function countWaiting(page: Page): Promise<number> {
  await goTo(page, 'Outbox');
  await expect(page.getByRole('heading', { name: 'Outbox', exact: true })).toBeVisible();
  const waiting = page.getByRole('button', { name: /Waiting(?! for you)/ });
  if (await page.getByText('The outbox is empty').isVisible()) return 0;
  return Number(/\d+/.exec(await waiting.innerText())?.[0] ?? '0');
}

/** Opens the dossier of somebody in the list that is open. */
export async function openDossier(page: Page, { familyName }: Pick<Met, 'familyName'>): Promise<void> {
  await page.getByRole('row').filter({ hasText: familyName }).dblclick();
  await expect(page.getByRole('heading', { name: new RegExp(familyName) })).toBeVisible();
}

/** Looks at the CV of the dossier that is open; resolves once its first page is drawn. */
export async function seeCv(page: Page, name: string): Promise<void> {
  await expect(page.getByText(name).first()).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible();
}

/** Ticks everybody in the list that is open, and opens *Send email* at its first step. */
export async function beginEmail(page: Page): Promise<void> {
  await page.keyboard.press('Control+a');
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Send email/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  await expect(page.getByLabel('Subject').first()).toBeVisible();
}

/** Goes from the first step of *Send email* to the plan; answers how many mails it would send. */
export async function checkPlan(page: Page): Promise<number> {
  await page.getByRole('button', { name: /^Check the plan/ }).click();
  const send = page.getByRole('button', { name: /^Send \d+ email/ });
  await expect(send).toBeEnabled();
  return Number(/\d+/.exec(await send.innerText())?.[0] ?? '0');
}

/** Writes to everybody of a vacancy, with the text that is offered, and closes the dialog. */
export async function emailEverybody(page: Page, vacancy: string): Promise<void> {
  await openVacancy(page, vacancy);
  await beginEmail(page);
  await checkPlan(page);
  await sendPlanned(page);
  await page.keyboard.press('Escape');
}

/** Opens *Invite to interview* for everybody of the list that is open. */
export async function beginInvitation(page: Page): Promise<void> {
  await page.keyboard.press('Control+a');
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Invite to interview/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
}

/** Invites everybody of the list that is open to an interview at Stand 12, with the text that is offered. */
export async function inviteEverybody(page: Page, date: string, time: string): Promise<void> {
  await beginInvitation(page);
  await page.getByRole('textbox', { name: 'Date' }).fill(date);
  await page.getByRole('textbox', { name: 'Time' }).fill(time);
  await inviteOne(page);
}

/** Goes on from an invitation of one applicant that has its time: to Stand 12, with the text that is offered. */
export async function inviteOne(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Place' }).fill('Stand 12');
  await page.getByRole('button', { name: /^Next/ }).click();
  await page.getByRole('button', { name: 'Check the plan' }).click();
  await page.getByRole('button', { name: 'Invite 1 applicant' }).click();
  await expect(page.getByRole('heading', { name: /1 interview is in the calendar/ })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).last().click();
}

/** Hires the first of a vacancy's list, for *Grid* from 1 February 2027. */
export async function hireFirst(page: Page, vacancy: string): Promise<void> {
  await openVacancy(page, vacancy);
  await hire(page, page.getByRole('checkbox', { name: /^Tick (?!everybody)/ }).first());
}

/** Hires whoever that box of the list that is open ticks, for *Grid* from 1 February 2027. */
export async function hire(page: Page, box: Locator): Promise<void> {
  await box.click();
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Hire/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  await page.getByLabel(/^Start date\W*, /).fill('2027-02-01');
  await page.getByRole('combobox', { name: /^Department\W*, / }).fill('Grid');
  await page.getByRole('button', { name: /^Check the plan/ }).click();
  await page.getByRole('button', { name: /^Hire 1/ }).click();
  await expect(page.getByRole('heading', { name: /is hired and stands under Employees/ })).toBeVisible();
  await page.keyboard.press('Escape');
}
