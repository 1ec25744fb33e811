import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { PersonMet } from './support/people-met.js';
import {
  accountOf,
  bookBoth,
  BOOKED,
  CLOCK_KEPT_OUT,
  clockAt,
  EBBA,
  JONAS,
  openAt,
  reminded,
  reminderTo,
  sentBy,
  TEN,
} from './support/reminders-at-server.js';
import { startSmtpServer } from './support/smtp-server.js';
import { SyncServer } from './support/sync-server.js';
import { expect, test } from './support/test.js';
import { goTo } from './support/work.js';

const GONE = 'A laptop or server that this one hears nothing of any more';

test('C27: what a server had that is gone is taken over: at its time it leaves, and once that is over only on a further word', async ({
  desks,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-'));
  const smtp = await startSmtpServer();
  const server = new SyncServer({ folder }, { ...accountOf(smtp), ...clockAt(BOOKED) });
  try {
    const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
    await server.start();
    const before = await openAt(desks, BOOKED);
    await bookBoth(before.page, smtp, { server: server.address, code });
    await goTo(before.page, 'Outbox');
    for (const met of [EBBA, JONAS]) await expect(reminderTo(before.page, met)).toContainText('The server sends it');
    await server.stop();
    await leave(before.page);
    await goTo(before.page, 'Outbox');
    for (const met of [EBBA, JONAS]) await expect(reminderTo(before.page, met)).toContainText('Out of reach');
    await takeOver(before.page, EBBA);
    await expect(reminderTo(before.page, EBBA)).toContainText('Reminder, leaves');
    await before.shut();

    const { page } = await openAt(desks, TEN);
    await goTo(page, 'Outbox');
    await expect.poll(() => reminded(smtp), { timeout: 60_000 }).toEqual([EBBA.email]);
    await expect(reminderTo(page, JONAS)).toContainText('May have left');
    await takeOver(page, JONAS);
    await expect(reminderTo(page, JONAS)).toContainText('May have arrived');
    await page.getByRole('button', { name: 'Send again' }).click();
    expect(reminded(smtp)).toEqual([EBBA.email]);
    await page.getByRole('dialog').getByRole('button', { name: 'Send again, even if twice' }).click();
    await expect.poll(() => reminded(smtp), { timeout: 60_000 }).toEqual([EBBA.email, JONAS.email]);
    expect(desks.faults.filter((fault) => !CLOCK_KEPT_OUT.test(fault))).toEqual([]);
  } finally {
    await smtp.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('C27: what was taken back while nobody could hear of it is in doubt once the laptop has left its server', async ({
  desks,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-'));
  const smtp = await startSmtpServer();
  const server = new SyncServer({ folder }, { ...accountOf(smtp), ...clockAt(BOOKED) });
  try {
    const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
    await server.start();
    const { page } = await openAt(desks, BOOKED);
    await bookBoth(page, smtp, { server: server.address, code });
    await goTo(page, 'Outbox');
    await expect(reminderTo(page, JONAS)).toContainText('The server sends it');
    await server.stop();
    await reminderTo(page, JONAS).click();
    await page.getByRole('button', { name: 'Send from this laptop instead' }).click();
    await expect(sentBy(page)).toHaveText('This laptop');
    await leave(page);
    await goTo(page, 'Outbox');
    await expect(reminderTo(page, JONAS)).toContainText('somebody else may send it as well');
    await reminderTo(page, JONAS).click();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send again, even if twice' }).click();
    await expect(reminderTo(page, JONAS)).toContainText('Reminder, leaves');
    expect([reminded(smtp), desks.faults.filter((fault) => !CLOCK_KEPT_OUT.test(fault))]).toEqual([[], []]);
  } finally {
    await smtp.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The server is not there any more, so nobody can be told. */
async function leave(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Server', exact: true }).click();
  await page.getByRole('button', { name: 'Leave the server' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the server' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave anyway' }).click();
  await expect(page.getByLabel('Invitation code')).toBeVisible();
}

async function takeOver(page: Page, met: Pick<PersonMet, 'email'>): Promise<void> {
  await reminderTo(page, met).click();
  await expect(sentBy(page)).toHaveText(GONE);
  await page.getByRole('button', { name: 'Send from this laptop', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send from this laptop' }).click();
  await expect(sentBy(page)).toHaveText('This laptop');
}
