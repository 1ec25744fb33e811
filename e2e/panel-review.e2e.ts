import { startSmtpServer } from './support/smtp-server.js';
import { expect, test } from './support/test.js';
import { goTo, holdMessagesFor, openVacancy, setMailAccount, startCapturing, takeBack } from './support/work.js';

const MET = ['Nora', 'Ebba', 'Oskar'].map((givenName) => ({
  ...{ givenName, familyName: 'Fjellheim', vacancy: 'Trainee' },
  email: `${givenName.toLowerCase()}@example.com`,
}));

test('R45 R46 R47 R48 C18 G-5: a panel is asked offline, its mails wait for the server, a review is entered and undone', async ({
  desk,
}) => {
  const { page, cable } = desk;
  const smtp = await startSmtpServer();
  const dialog = page.getByRole('dialog');
  try {
    await startCapturing(page, 'Trainee', MET);
    await holdMessagesFor(page, 0);
    await setMailAccount(page, { ...smtp });
    await openVacancy(page, 'Trainee');
    for (const { givenName } of MET) await page.getByRole('checkbox', { name: new RegExp(givenName) }).click();
    await page
      .getByRole('button', { name: /^Further progress/ })
      .last()
      .click();
    await page.getByRole('menuitemradio', { name: /^Send for panel review/ }).click();
    await page.getByRole('button', { name: /^Execute/ }).click();

    await dialog.getByRole('checkbox', { name: 'Maja Lindhult' }).click();
    await dialog.getByRole('textbox', { name: 'Email address, recipient 1' }).fill('ida@example.com');
    await dialog.getByRole('textbox', { name: 'Name, recipient 1' }).fill('Ida Ek');
    await dialog.getByRole('button', { name: 'Add a recipient' }).click();
    await dialog.getByRole('textbox', { name: 'Email address, recipient 2' }).fill('jan@example.com');
    await dialog.getByRole('button', { name: /^Next/ }).click();
    await dialog.getByRole('button', { name: /^Check the plan/ }).click();
    await expect(dialog.getByText(/The emails are held in the Outbox/)).toBeVisible();
    await dialog.getByRole('button', { name: /^Send 3 requests/ }).click();
    await expect(dialog.getByText('3 requests for a panel review are in the Outbox')).toBeVisible();
    await dialog
      .getByRole('button', { name: /^Close/ })
      .last()
      .click();

    // C18: also with a network nothing leaves; a mail to a candidate would.
    cable.plug();
    await goTo(page, 'Outbox');
    for (const address of ['maja.lindhult@example.com', 'ida@example.com', 'jan@example.com']) {
      const line = page.getByRole('row').filter({ hasText: address });
      await expect(line.getByText(/Needs the server/)).toBeVisible();
    }
    await page.getByRole('row').filter({ hasText: 'ida@example.com' }).click();
    await expect(page.getByRole('button', { name: /Try again/ })).toHaveCount(0);

    await openVacancy(page, 'Trainee');
    await page.getByRole('link', { name: '3 Collaborative rating' }).click();
    await expect(page.getByRole('row', { name: /Nora Fjellheim/ })).toContainText('0 of 3');
    await page.getByRole('link', { name: 'Nora Fjellheim' }).click();
    await page.getByRole('tab', { name: /^Panel review/ }).click();
    await page.getByRole('button', { name: 'Enter the review of Ida Ek' }).click();
    await dialog.getByRole('radio', { name: '6' }).click();
    await dialog.getByRole('textbox', { name: 'Comment' }).fill('Calm and clear');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Calm and clear')).toBeVisible();
    await expect(page.getByText(/^Entered by Maja Lindhult/)).toBeVisible();
    await expect(page.getByText('of 1 review', { exact: true })).toBeVisible();
    await page.getByRole('tab', { name: 'Recruitment activities' }).click();
    await expect(
      page.getByText(/^Sent for panel review to .*Ida Ek \(Yes\).*jan@example\.com \(Pending\)/).first(),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Show the email to Ida Ek' }).click();
    await expect(dialog.getByText('Ida Ek <ida@example.com>')).toBeVisible();
    await page.keyboard.press('Escape');

    await openVacancy(page, 'Trainee');
    await page.getByRole('link', { name: '3 Collaborative rating' }).click();
    await expect(page.getByRole('row', { name: /Nora Fjellheim/ })).toContainText('1 of 3');
    await expect(page.getByRole('row', { name: /Nora Fjellheim/ })).toContainText('6');
    await page.getByRole('link', { name: 'Nora Fjellheim' }).click();
    await page.getByRole('tab', { name: /^Panel review/ }).click();
    await page.getByRole('button', { name: 'Take back the review of Ida Ek' }).click();
    await expect(page.getByText('Calm and clear')).toHaveCount(0);
    await takeBack(page, 'The review is taken back');
    await expect(page.getByText('Calm and clear')).toBeVisible();
    expect(smtp.received).toEqual([]);
  } finally {
    await smtp.stop();
  }
});
