import { expect, type Page } from '@playwright/test';
import type { MessageKey, Translate } from '../../shared/i18n/translate.js';
import type { Language } from '../../shared/records/primitives.js';
import type { Account, Met } from './work.js';
import { wordsOf } from './words.js';

const SCREEN = { sv: 'Svenska', da: 'Dansk', nl: 'Nederlands', nb: 'Norsk', en: 'English' } as const;

/** Somebody who works in a screen of a language, by mouse and keyboard. Nothing here reaches behind the page. */
export class Recruiter {
  readonly page: Page;
  readonly t: Translate;
  readonly language: Language;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.t = wordsOf(language);
    this.language = language;
  }

  /** The first start: in which language, and who is working here. */
  async startWorking(): Promise<void> {
    const { page, t } = this;
    await page.getByRole('radio', { name: SCREEN[this.language] }).click();
    await page.getByLabel(t('settings.yourName')).fill('Maja Lindhult');
    await page.getByLabel(t('settings.yourEmail')).fill('maja.lindhult@example.com');
    await page.getByLabel(t('settings.organisationName')).fill('Norrvik Energi');
    await page.getByRole('button', { name: t('settings.startWorking') }).click();
    await expect(page.getByRole('link', { name: t('shell.capture') }).first()).toBeVisible();
  }

  async goTo(entry: MessageKey): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: this.t(entry) })
      .first()
      .click();
  }

  async addVacancy(title: string): Promise<void> {
    const { page, t } = this;
    await this.goTo('shell.vacancyList');
    await page
      .getByRole('link', { name: t('vacancies.newVacancy') })
      .first()
      .click();
    await page.getByLabel(t('vacancies.columnTitle')).fill(title);
    await page.getByLabel(t('common.languageEn')).check();
    await page.getByRole('button', { name: t('common.save'), exact: true }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }

  async openVacancy(title: string): Promise<void> {
    await this.goTo('shell.vacancyList');
    await this.page.getByRole('link', { name: title, exact: true }).click();
    await expect(this.page.getByRole('heading', { name: title })).toBeVisible();
  }

  /** Types a person into Capture, which must be open, hands it the CV and saves. */
  async capture(met: Met, cv: Buffer): Promise<void> {
    const { page, t } = this;
    await page.getByLabel(t('capture.givenName')).fill(met.givenName);
    await page.getByLabel(t('capture.familyName')).fill(met.familyName);
    if (met.email !== undefined) await page.getByLabel(t('capture.email'), { exact: true }).fill(met.email);
    if (met.vacancy !== undefined) await page.getByRole('radio', { name: met.vacancy }).click();
    if (met.language !== undefined) await page.getByRole('radio', { name: met.language, exact: true }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: t('common.fileChoose') }).click();
    await (await chooser).setFiles({ name: 'CV.pdf', mimeType: 'application/pdf', buffer: cv });
    await expect(page.getByText(t('capture.cvStored'))).toBeVisible();
    await page.keyboard.press('Control+Enter');
    const name = `${met.givenName} ${met.familyName}`;
    await expect(page.getByText(t('capture.savedPerson', { name }))).toBeVisible();
  }

  async setMailAccount(account: Account): Promise<void> {
    const { page, t } = this;
    await this.goTo('shell.settings');
    await page.getByRole('link', { name: t('settings.mail') }).click();
    await page.getByLabel(t('settings.mailHost')).fill(account.host);
    await page.getByLabel(t('settings.mailPort')).fill(account.port.toString());
    await page.getByLabel(t('settings.mailUser')).fill(account.user);
    await page.getByRole('textbox', { name: t('settings.mailPassword') }).fill(account.password);
    await page.getByLabel(t('settings.mailFromName')).fill('Norrvik Energi');
    await page.getByRole('textbox', { name: t('settings.mailFromAddress'), exact: true }).fill('jobs@example.com');
    await page.getByLabel(t('settings.mailAuthority')).fill(account.authority);
    await page
      .getByRole('button', { name: t('common.save'), exact: true })
      .last()
      .click();
    await expect(page.getByText(t('settings.mailSaved'))).toBeVisible();
  }

  async holdMessagesFor(seconds: number): Promise<void> {
    const { page, t } = this;
    await this.goTo('shell.settings');
    await page.getByLabel(t('settings.undoSeconds')).fill(seconds.toString());
    await page.getByRole('button', { name: t('common.saveChanges') }).click();
    await expect(page.getByText(t('settings.organisationSaved'))).toBeVisible();
  }
}
