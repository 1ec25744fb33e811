import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../../scripts/find-browser.js';
import { addRecruiter } from './accounts-page.js';
import { SCHEMES, violations } from './axe-violations.js';
import { openDesk, type Desk } from './desk.js';
import { closeDialog, invite } from './further-progress.js';
import { joinFromFirstPage, joinFromSettings, makeInvitation } from './joining-page.js';
import { fullName, INTERVIEW_DATE, type PersonMet } from './people-met.js';
import { Recruiter } from './recruiter.js';
import { startSmtpServer, type TestSmtpServer } from './smtp-server.js';
import { SyncServer } from './sync-server.js';
import { untilExchanged } from './sync-page.js';
import { goTo, holdMessagesFor, openDossier, openVacancy, setMailAccount, startCapturing } from './work.js';
import { wordsOf } from './words.js';
import { lookAt } from './calendar-page.js';

export const VACANCY = 'Trainee power systems';
const COLLEAGUE = 'Oskar Brenn';

/** Two laptops of one organisation, a phone, and a mailbox for everybody. */
export interface InvitedWorld {
  readonly maja: Desk;
  readonly oskar: Desk;
  readonly smtp: TestSmtpServer;
  readonly phone: Page;
  /** Of the first laptop. */
  readonly recruiter: Recruiter;
  close(): Promise<void>;
}

/** The first laptop has invited everybody without a network, to meet both recruiters and with a reminder; then their mails left, each with its link. */
export async function openInvited(people: readonly PersonMet[]): Promise<InvitedWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-'));
  const server = new SyncServer({ folder });
  const smtp = await startSmtpServer();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() });
  const [maja, oskar] = await Promise.all([openDesk(), openDesk()]);
  const recruiter = new Recruiter(maja.page, 'en');
  const close = async (): Promise<void> => {
    for (const opened of [browser, maja, oskar]) await opened.close();
    await smtp.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
    await server.start();
    const captured = people.map((met) => ({ ...met, vacancy: VACANCY }));
    await startCapturing(maja.page, VACANCY, captured);
    await addRecruiter(maja.page, COLLEAGUE, 'oskar@example.com');
    await holdMessagesFor(maja.page, 0);
    await setMailAccount(maja.page, { ...smtp });
    for (const { cable } of [maja, oskar]) cable.plug();
    await joinFromSettings(maja.page, { server: server.address, code, laptop: 'Stand left' });
    const invitation = await makeInvitation(maja.page, COLLEAGUE);
    await joinFromFirstPage(oskar.page, { server: server.address, code: invitation, laptop: 'Stand right' });
    await untilExchanged(maja.page);
    maja.cable.pull();
    await openVacancy(maja.page, VACANCY);
    const slot = { date: INTERVIEW_DATE, time: '09:00', place: 'Stand B14', with: COLLEAGUE };
    await invite(recruiter, people, { type: 'common.interviewFirst', ...slot, reminder: 'interview.reminderEmail' });
    await closeDialog(recruiter);
    expect(smtp.connections).toBe(0);
    maja.cable.plug();
    await smtp.waitFor(people.length);
    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    return { maja, oskar, smtp, phone, recruiter, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export const [YES, NO, NEW_TIME, WITHDRAW] = [
  'Yes, I will attend',
  'No, I cannot attend',
  'Contact me for new appointment',
  'Please withdraw my application',
] as const;
export const IS_OUT = 'You have withdrawn your application';

/** Chooses an answer, sends it, and is told what counts. */
export async function say(
  phone: Page,
  answer: string,
  { told = `You answered: ${answer}`, wish = '' }: { readonly told?: string; readonly wish?: string } = {},
): Promise<void> {
  await expect(phone.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(phone.getByRole('textbox')).toHaveCount(0);
  await expect(phone.getByRole('checkbox')).toHaveCount(0);
  await phone.getByRole('radio', { name: answer }).check();
  if (wish !== '') await phone.getByRole('textbox', { name: /^When could you come instead/ }).fill(wish);
  if (answer === WITHDRAW) await phone.getByRole('checkbox', { name: 'Yes, I withdraw my application' }).check();
  await phone.getByRole('button', { name: /^(Send|Change) the answer/ }).click();
  await expect(phone.getByRole('status')).toContainText(told);
}

/** WCAG 2.2, light and dark, and no line that has to be scrolled sideways (1.4.10). */
export async function checkPhone(phone: Page): Promise<void> {
  for (const scheme of SCHEMES) expect(await violations(phone, scheme)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

/** What one laptop shows of somebody: their row of the dossier, and their entry in the calendar; null where none stands there. */
export async function expectShown(
  page: Page,
  met: PersonMet,
  { dossier, entry }: { readonly dossier: readonly string[]; readonly entry: string | null },
): Promise<void> {
  await openVacancy(page, VACANCY);
  await openDossier(page, met);
  for (const words of dossier) await expect(page.getByRole('complementary')).toContainText(words);
  await goTo(page, 'Recruitment calendar');
  await lookAt({ page, t: wordsOf('en') }, INTERVIEW_DATE);
  const shown = page.getByRole('button', { name: fullName(met) });
  if (entry === null) await expect(shown).toHaveCount(0);
  else await expect(shown).toContainText(entry);
}

/** The address of the page in the newest mail to somebody that has one. */
export function linkTo({ received }: TestSmtpServer, { email }: PersonMet): string {
  const isMeant = (text = ''): boolean => text.includes('/r/');
  const mail = received.findLast(({ envelope, mail: { text } }) => envelope.to.includes(email) && isMeant(text))?.mail;
  const link = /http:\/\/127\.0\.0\.1:\d+\/r\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
  expect(mail?.html).toContain(`href="${link}"`);
  expect(`${mail?.text ?? ''}${mail?.html ?? ''}`).not.toContain('server.invalid');
  return link;
}
