import { expect, type Locator } from '@playwright/test';
import type { FixedActionId } from '../../shared/domain/progress-action.js';
import type { MessageKey } from '../../shared/i18n/translate.js';
import { fullName, type PersonMet } from './people-met.js';
import type { Recruiter } from './recruiter.js';
import { beginning } from './words.js';

/** *Further progress* from the ticks in the list that is open to the last button of the dialog, which stays open. */

export interface Invitation {
  readonly type: 'common.interviewInitial' | 'common.interviewFirst';
  /** `2099-06-02` and `09:00`. */
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly kind?: 'interview.kindGroup';
  /** Name of another recruiter who attends. */
  readonly with?: string;
  /** Several, all at the same time; one after the other when left out. */
  readonly together?: boolean;
  readonly reminder?: 'interview.reminderEmail' | 'interview.reminderSms';
}

/** Whoever stands in a list. */
type Listed = Pick<PersonMet, 'givenName' | 'familyName'>;

export async function invite(recruiter: Recruiter, people: readonly Listed[], to: Invitation): Promise<void> {
  const dialog = await begin(recruiter, 'invite-to-interview', people);
  await fillInvitation(recruiter, dialog, to);
  await planInvitation(recruiter, dialog);
  await confirmInvitation(recruiter, dialog, people.length, {
    meetings: to.together === true ? 1 : people.length,
    reminders: to.reminder === undefined ? 0 : people.length,
  });
}

/** *Invite to interview* with its plan on show. */
export async function beginInvitation(
  recruiter: Recruiter,
  people: readonly Listed[],
  to: Invitation,
): Promise<Locator> {
  const dialog = await begin(recruiter, 'invite-to-interview', people);
  await fillInvitation(recruiter, dialog, to);
  await planInvitation(recruiter, dialog);
  return dialog;
}

/** The form of an invitation, beside what stands there already. */
export async function fillInvitation(
  { t }: Pick<Recruiter, 't'>,
  dialog: Locator,
  to: Partial<Invitation>,
): Promise<void> {
  const type = (field: MessageKey, text: string) =>
    dialog.getByRole('textbox', { name: t(field), exact: true }).fill(text);
  const choose = async (field: MessageKey, option: MessageKey): Promise<void> => {
    await dialog.getByRole('combobox', { name: t(field), exact: true }).click();
    await dialog
      .page()
      .getByRole('option', { name: t(option), exact: true })
      .click();
  };
  if (to.type !== undefined) await choose('interview.type', to.type);
  if (to.kind !== undefined) await choose('interview.kind', to.kind);
  if (to.with !== undefined) {
    await dialog.getByRole('combobox', { name: t('interview.recruiters') }).press('ArrowDown');
    await dialog.page().getByRole('option', { name: to.with }).click();
    await dialog.page().keyboard.press('Tab');
  }
  if (to.date !== undefined) await type('interview.date', to.date);
  if (to.time !== undefined) await type('interview.time', to.time);
  if (to.place !== undefined) await type('interview.place', to.place);
  if (to.together === true) await dialog.getByRole('radio', { name: t('interview.together') }).click();
  if (to.reminder !== undefined) await choose('interview.reminder', to.reminder);
}

export async function planInvitation({ t }: Pick<Recruiter, 't'>, dialog: Locator): Promise<void> {
  await press(dialog, t('progress.next'));
  await press(dialog, t('common.stepPlan'));
}

/** From the plan to the sentence that says what is in the calendar and in the Outbox. */
export async function confirmInvitation(
  { t }: Pick<Recruiter, 't'>,
  dialog: Locator,
  count: number,
  { meetings = count, reminders = 0 }: { readonly meetings?: number; readonly reminders?: number } = {},
): Promise<void> {
  await press(dialog, t('interview.invite', { count }));
  const done = t('interview.invited', { count, mails: count, meetings, reminders });
  await expect(dialog.getByRole('heading', { name: done })).toBeVisible();
}

/** For the stage that is offered, with a reason of the list; `mails` are more where an interview is called off besides. */
export async function reject(
  recruiter: Recruiter,
  people: readonly PersonMet[],
  reason: string,
  mails = people.length,
): Promise<void> {
  const { t } = recruiter;
  const count = people.length;
  const dialog = await begin(recruiter, 'reject', people);
  await dialog.getByRole('radio', { name: reason }).click();
  await press(dialog, t('progress.next'));
  await press(dialog, t('common.stepPlan'));
  await press(dialog, t('progress.rejectCommit', { count, mails }));
  await expect(dialog.getByRole('heading', { name: t('progress.rejectDone', { count, mails }) })).toBeVisible();
}

export interface Terms {
  readonly department: string;
  readonly startDate: string;
  readonly salary: string;
}

export async function sendContract(recruiter: Recruiter, met: PersonMet, terms: Terms): Promise<void> {
  const { t } = recruiter;
  const dialog = await begin(recruiter, 'employment-contract', [met]);
  const cell = (column: string): string => t('progress.cell', { column, name: fullName(met) });
  await dialog.getByRole('combobox', { name: cell(t('progress.columnDepartment')) }).fill(terms.department);
  await dialog.getByRole('textbox', { name: cell(t('progress.columnStartDate')) }).fill(terms.startDate);
  await dialog.getByRole('textbox', { name: cell(t('progress.columnSalary')) }).fill(terms.salary);
  await press(dialog, t('progress.next'));
  await press(dialog, t('common.stepPlan'));
  await press(dialog, t('progress.sendContracts', { count: 1 }));
  await expect(dialog.getByRole('heading', { name: t('progress.contractsInOutbox', { count: 1 }) })).toBeVisible();
}

/** *Send email* with the text that is offered. */
export async function writeTo(recruiter: Recruiter, people: readonly PersonMet[]): Promise<void> {
  const { t } = recruiter;
  const count = people.length;
  const dialog = await begin(recruiter, 'send-email', people);
  await press(dialog, t('common.stepPlan'));
  await press(dialog, t('progress.send', { count }));
  await expect(dialog.getByRole('heading', { name: t('progress.inOutbox', { count }) })).toBeVisible();
}

/** Leaves the dialog that stands at its end. */
export async function closeDialog({ page, t }: Recruiter): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('button', { name: beginning(t('common.close')) })
    .last()
    .click();
  await expect(dialog).toHaveCount(0);
}

async function begin({ page, t }: Recruiter, action: FixedActionId, people: readonly Listed[]): Promise<Locator> {
  for (const met of people)
    await page.getByRole('checkbox', { name: t('applications.tick', { name: fullName(met) }) }).click();
  await page
    .getByRole('button', { name: beginning(t('progress.title')) })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: beginning(t(`progress.actions.${action}.name`)) }).click();
  await press(page.getByRole('region', { name: t('applications.bar') }), t('progress.execute'));
  return page.getByRole('dialog', { name: t(`progress.actions.${action}.name`) });
}

async function press(where: Locator, words: string): Promise<void> {
  await where.getByRole('button', { name: beginning(words) }).click();
}
