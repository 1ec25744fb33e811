import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { PostgresCluster } from '../server/testing/postgres-cluster.js';
import { addRecruiter } from './support/accounts-page.js';
import { deleteFromList, rowOf } from './support/deleted-page.js';
import { openDesk, type Desk } from './support/desk.js';
import { closeDialog, invite, reject } from './support/further-progress.js';
import { holdCounter } from './support/hold-counter.js';
import { joinFromFirstPage, joinFromSettings, makeInvitation } from './support/joining-page.js';
import { PEOPLE_MET, INTERVIEW_DATE } from './support/people-met.js';
import { Recruiter } from './support/recruiter.js';
import { SyncServer } from './support/sync-server.js';
import { expect, test } from './support/test.js';
import { goTo, hire, openDossier, openVacancy, startCapturing } from './support/work.js';

const VACANCY = 'Trainee power systems';
const COLLEAGUE = 'Oskar Brenn';
const REASON = 'Too little experience';
const [BOTH_DECIDE, FOR_MAJA, FOR_OSKAR, DELETED, CALLED] = [
  PEOPLE_MET.sv,
  PEOPLE_MET.da,
  PEOPLE_MET.nl,
  PEOPLE_MET.nb,
  PEOPLE_MET.en,
];
const EVERYBODY = [BOTH_DECIDE, FOR_MAJA, FOR_OSKAR, DELETED, CALLED];
const SLOT = { type: 'common.interviewFirst', date: INTERVIEW_DATE, time: '09:00' } as const;
const NUMBERS = { maja: '+46 70 740 60 01', oskar: '+46 70 740 60 02' };

test('two laptops decide differently about the same people, the server dies meanwhile, and both end with the same and with both sides', async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-'));
  const postgres = await PostgresCluster.start();
  const server = new SyncServer(postgres === null ? { folder } : { databaseUrl: postgres.address });
  const [maja, oskar] = await Promise.all([openDesk(), openDesk()]);
  try {
    await meet(maja, oskar, server);
    await workApart(maja.page, oskar.page);
    await comeTogetherBadly([maja, oskar], server, postgres);
    for (const { page } of [maja, oskar]) await expectTheSame(page);
    // The outboxes go on: what one of them has just found out comes to the other a moment later.
    await expect(async () => {
      expect(await everythingSaid(oskar.page)).toEqual(await everythingSaid(maja.page));
    }).toPass({ timeout: 60_000 });
  } catch (error) {
    await maja.page.screenshot({ path: test.info().outputPath('maja.png') });
    await oskar.page.screenshot({ path: test.info().outputPath('oskar.png') });
    throw error;
  } finally {
    await maja.close();
    await oskar.close();
    await server.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  expect([...maja.faults, ...oskar.faults]).toEqual([]);
});

/** The first laptop has worked alone; the second is new. */
async function meet(maja: Desk, oskar: Desk, server: SyncServer): Promise<void> {
  const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
  await server.start();
  await startCapturing(
    maja.page,
    VACANCY,
    EVERYBODY.map((met) => ({ ...met, vacancy: VACANCY, phone: '+46 70 740 60 00' })),
  );
  await addRecruiter(maja.page, COLLEAGUE, 'oskar@example.com');
  maja.cable.plug();
  oskar.cable.plug();
  await joinFromSettings(maja.page, { server: server.address, code, laptop: 'Stand left' });
  const invitation = await makeInvitation(maja.page, COLLEAGUE);
  await joinFromFirstPage(oskar.page, { server: server.address, code: invitation, laptop: 'Stand right' });
  await openVacancy(oskar.page, VACANCY);
  for (const { familyName } of EVERYBODY) await expect(rowOf(oskar.page, familyName)).toBeVisible();
  maja.cable.pull();
  oskar.cable.pull();
}

async function workApart(maja: Page, oskar: Page): Promise<void> {
  const [first, second] = [new Recruiter(maja, 'en'), new Recruiter(oskar, 'en')];
  await openVacancy(maja, VACANCY);
  await reject(first, [BOTH_DECIDE], REASON);
  await closeDialog(first);
  await invite(first, [FOR_MAJA], { ...SLOT, place: 'Kattegat' });
  await closeDialog(first);
  await deleteFromList(maja, [DELETED.familyName]);
  await changePhone(maja, CALLED, NUMBERS.maja);

  await openVacancy(oskar, VACANCY);
  await hire(oskar, rowOf(oskar, BOTH_DECIDE.familyName).getByRole('checkbox'));
  await invite(second, [FOR_OSKAR], { ...SLOT, place: 'Vinga', with: 'Maja Lindhult' });
  await closeDialog(second);
  await changePhone(oskar, DELETED, NUMBERS.oskar);
  await changePhone(oskar, CALLED, NUMBERS.oskar);
}

async function comeTogetherBadly(
  desks: readonly [Desk, Desk],
  server: SyncServer,
  postgres: PostgresCluster | null,
): Promise<void> {
  if (postgres === null) await killWhileTheyPush(desks, server);
  else await breakInTheMiddle(desks, server, postgres);
  for (const { page } of desks) await settle(page);
}

/** Where there is no PostgreSQL: nobody can say where exactly the embedded engine is. */
async function killWhileTheyPush(desks: readonly [Desk, Desk], server: SyncServer): Promise<void> {
  for (const { cable, page } of desks) {
    cable.plug();
    await syncNow(page);
    await server.kill();
    await server.start();
  }
}

/** The server is killed while it writes what one laptop sent, and PostgreSQL restarted while it writes that of both. */
async function breakInTheMiddle(
  [maja, oskar]: readonly [Desk, Desk],
  server: SyncServer,
  postgres: PostgresCluster,
): Promise<void> {
  const first = await holdCounter(postgres.address);
  maja.cable.plug();
  await syncNow(maja.page);
  await first.untilPushesWait(1);
  await server.kill();
  await first.release();
  const second = await holdCounter(postgres.address);
  await server.start();
  oskar.cable.plug();
  for (const { page } of [maja, oskar]) await syncNow(page);
  await second.untilPushesWait(2);
  await postgres.restart();
}

async function expectTheSame(page: Page): Promise<void> {
  await goTo(page, 'Sync and conflicts');
  const decided = page.getByRole('article').filter({ hasText: BOTH_DECIDE.familyName });
  await expect(decided.getByText('Hired')).toBeVisible();
  await expect(decided.getByText(/^Rejected/)).toBeVisible();
  const called = page.getByRole('article').filter({ hasText: CALLED.familyName });
  for (const number of Object.values(NUMBERS)) await expect(called.getByText(number)).toBeVisible();
  await page.getByRole('link', { name: '1 conflict in the calendar' }).click();
  await expect(page.getByRole('heading', { name: 'Booked twice: Maja Lindhult' })).toBeVisible();
  await goTo(page, 'Deleted applications');
  await expect(rowOf(page, DELETED.familyName)).toBeVisible();
}

/** What a reader is told on the pages that are about everybody. */
async function everythingSaid(page: Page): Promise<readonly string[]> {
  const said: string[] = [];
  const read = async (): Promise<void> => {
    said.push(await page.getByRole('main').innerText());
  };
  await openVacancy(page, VACANCY);
  await read();
  for (const entry of ['Deleted applications', 'Employees', 'Fairs']) {
    await goTo(page, entry);
    await expect(page.getByRole('heading', { level: 1, name: entry })).toBeVisible();
    await read();
  }
  return said;
}

async function changePhone(page: Page, met: { readonly familyName: string }, phone: string): Promise<void> {
  await openDossier(page, met);
  await page.getByRole('button', { name: 'Edit contact details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit contact details' });
  await dialog.getByLabel('Mobile').fill(phone);
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog).toHaveCount(0);
  await openVacancy(page, VACANCY);
}

/** Where the server did not answer, the same button tries now what would be tried later. */
async function syncNow(page: Page): Promise<void> {
  await goTo(page, 'Sync and conflicts');
  await page.getByRole('button', { name: /^(Sync|Try) now/ }).click();
}

/** A laptop pauses longer after each failure: whoever does not want to wait asks. */
async function settle(page: Page): Promise<void> {
  await expect(async () => {
    await syncNow(page);
    await expect(page.getByText('Everything is exchanged')).toBeVisible({ timeout: 3_000 });
    await expect(page.getByText(/waits? to be sent/)).toBeHidden({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}
