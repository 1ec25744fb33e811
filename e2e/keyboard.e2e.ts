import type { Locator, Page } from '@playwright/test';
import { goByPalette } from './support/palette.js';
import { startSmtpServer, type TestSmtpServer } from './support/smtp-server.js';
import { expect, test } from './support/test.js';

const VACANCY = 'Trainee power systems';

test('from the first start to a mail that has arrived, without the mouse', async ({ desk }) => {
  const { page, cable } = desk;
  cable.plug();
  const smtp = await startSmtpServer();
  await expect(page.getByLabel('Your name')).toBeVisible();
  await typeInto(page, page.getByLabel('Your name'), 'Maja Lindhult');
  await typeInto(page, page.getByLabel('Name of the organisation'), 'Norrvik Energi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();

  await goByPalette(page, 'New vacancy');
  await typeInto(page, page.getByLabel('Title'), VACANCY);
  await pressOn(page, page.getByLabel('English'), 'Space');
  await pressOn(page, page.getByRole('button', { name: 'Save', exact: true }), 'Enter');
  await expect(page.getByRole('heading', { name: VACANCY })).toBeVisible();

  await enterAccount(page, smtp);

  await page.keyboard.press('Escape'); // out of the field, so that N is a command and not a letter
  await goByPalette(page, 'Capture');
  await expect(page.getByLabel('First name')).toBeFocused();
  await page.keyboard.type('Nora');
  await typeInto(page, page.getByLabel('Surname'), 'Fjellheim');
  await typeInto(page, page.getByLabel('Email', { exact: true }), 'nora@example.com');
  await tabTo(page, page.getByRole('radio', { name: VACANCY })); // the only one is chosen already
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'None yet' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: VACANCY })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nora Fjellheim is saved')).toBeVisible();

  await goByPalette(page, VACANCY);
  await expect(page.getByRole('row').filter({ hasText: 'Fjellheim' })).toBeVisible();
  await page.keyboard.press('Control+a');
  await tabTo(page, page.getByRole('button', { name: /Choose an action/ }));
  await page.keyboard.press('Enter');
  const sendEmail = page.getByRole('menuitemradio', { name: /^Send email/ });
  await expect(sendEmail).toBeVisible();
  for (let presses = 0; presses < 20 && !(await isFocused(sendEmail)); presses++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter'); // Execute
  await expect(page.getByLabel('Subject')).toBeVisible();
  await page.keyboard.press('Control+Enter'); // Check the plan
  await expect(page.getByRole('button', { name: /^Send 1 email/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter'); // Send
  await expect(page.getByText('1 email is in the Outbox').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await goByPalette(page, 'Outbox');
  await expect(page.getByRole('row').filter({ hasText: 'Fjellheim' })).toContainText('Sent', { timeout: 60_000 });
  expect(smtp.received).toHaveLength(1);
  await smtp.stop();
});

async function enterAccount(page: Page, smtp: TestSmtpServer): Promise<void> {
  await goByPalette(page, 'Settings');
  const held = page.getByLabel('Hold messages back for, in seconds');
  await typeInto(page, held, '0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The organisation is saved')).toBeVisible();
  await pressOn(page, page.getByRole('link', { name: 'Email account' }), 'Enter');
  await typeInto(page, page.getByLabel('Mail server'), smtp.host);
  await typeInto(page, page.getByLabel('Port'), smtp.port.toString());
  await typeInto(page, page.getByLabel('User name'), smtp.user);
  await typeInto(page, page.getByRole('textbox', { name: 'Password' }), smtp.password);
  await typeInto(page, page.getByRole('textbox', { name: 'From', exact: true }), 'jobs@example.com');
  await tabTo(page, page.getByLabel('Certificate of your own authority'));
  await page.keyboard.insertText(smtp.authority); // as pasted
  await pressOn(page, page.getByRole('button', { name: 'Save', exact: true }), 'Enter');
  await expect(page.getByText('The email account is saved')).toBeVisible();
}

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function pressOn(page: Page, target: Locator, key: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** As often as it takes; a place that the Tab key never reaches fails here. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'the Tab key comes here').toBeFocused({ timeout: 1 });
}

async function isFocused(target: Locator): Promise<boolean> {
  return await target.evaluate((element) => element === document.activeElement);
}
