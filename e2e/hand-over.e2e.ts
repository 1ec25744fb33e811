import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { joinFromFirstPage } from './support/joining-page.js';
import { makeKillableDesks } from './support/killable-desk.js';
import {
  accountOf,
  bookBoth,
  BOOKED,
  CLOCK_KEPT_OUT,
  clockAt,
  EBBA,
  JONAS,
  NINE,
  openAt,
  reminded,
  reminderTo,
  sentBy,
  TEN,
} from './support/reminders-at-server.js';
import { startSmtpServer } from './support/smtp-server.js';
import { untilExchanged } from './support/sync-page.js';
import { SyncServer } from './support/sync-server.js';
import { expect, test } from './support/test.js';
import { goTo } from './support/work.js';

test('C27 R79 R80: the server sends a reminder at nine while every laptop is off, and leaves out what was taken back', async ({
  desks,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-'));
  const smtp = await startSmtpServer();
  const server = new SyncServer({ folder }, { ...accountOf(smtp), ...clockAt(BOOKED) });
  const others = makeKillableDesks();
  try {
    const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
    await server.start();
    const maja = await openAt(desks, BOOKED);
    const invitation = await bookBoth(maja.page, smtp, { server: server.address, code });
    const oskar = await openAt(others, BOOKED);
    await joinFromFirstPage(oskar.page, { server: server.address, code: invitation, laptop: 'Stand right' });
    await handedOver(maja.page);
    await takeBack(maja.page);
    await untilExchanged(maja.page);
    await seenByColleague(oskar.page);
    for (const laptop of [maja, oskar]) await laptop.shut();
    await server.stop();
    expect(reminded(smtp)).toEqual([]);

    await server.start(clockAt(NINE));
    await expect.poll(() => reminded(smtp), { timeout: 60_000 }).toEqual([EBBA.email]);
    const again = await openAt(desks, TEN);
    await goTo(again.page, 'Outbox');
    await expect.poll(() => reminded(smtp), { timeout: 60_000 }).toEqual([EBBA.email, JONAS.email]);
    await expect(reminderTo(again.page, EBBA).getByText('Sent', { exact: true })).toBeVisible();
    await reminderTo(again.page, EBBA).click();
    await expect(sentBy(again.page)).toHaveText('The server');
    await reminderTo(again.page, JONAS).click();
    await expect(sentBy(again.page)).toHaveText('This laptop');
    expect([...desks.faults, ...others.faults].filter((fault) => !CLOCK_KEPT_OUT.test(fault))).toEqual([]);
  } finally {
    await others.end();
    await smtp.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function handedOver(page: Page): Promise<void> {
  await goTo(page, 'Outbox');
  for (const met of [EBBA, JONAS]) await expect(reminderTo(page, met)).toContainText('The server sends it');
}

async function takeBack(page: Page): Promise<void> {
  await reminderTo(page, JONAS).click();
  await expect(sentBy(page)).toHaveText('The server');
  await page.getByRole('button', { name: 'Send from this laptop instead' }).click();
  await expect(sentBy(page)).toHaveText('This laptop');
}

async function seenByColleague(page: Page): Promise<void> {
  await goTo(page, 'Outbox');
  await reminderTo(page, JONAS).click();
  await expect(sentBy(page)).toHaveText('Another laptop');
  await reminderTo(page, EBBA).click();
  await expect(sentBy(page)).toHaveText('The server');
}
