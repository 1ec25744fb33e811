import { expect } from '@playwright/test';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { PersonMet } from './people-met.js';
import type { Recruiter } from './recruiter.js';

/** A message as the Outbox is to show it. */
export interface OutboxLine {
  readonly to: PersonMet;
  readonly state: MessageKey;
  /** A sentence beside it. */
  readonly why?: MessageKey;
}

/** Opens the Outbox, which shows these messages and no others. */
export async function expectOutbox(recruiter: Recruiter, lines: readonly OutboxLine[]): Promise<void> {
  const { page, t } = recruiter;
  await recruiter.goTo('shell.outbox');
  const messages = page
    .getByRole('grid', { name: t('outbox.list') })
    .getByRole('row')
    .filter({ hasText: '@' });
  for (const { to, state, why } of lines) {
    const shown = messages.filter({ hasText: to.email }).filter({ has: page.getByText(t(state), { exact: true }) });
    const alike = lines.filter((line) => line.to === to && line.state === state);
    await expect(shown, `${to.email}: ${t(state)}`).toHaveCount(alike.length);
    if (why !== undefined) await expect(shown.first()).toContainText(t(why));
  }
  await expect(messages).toHaveCount(lines.length);
}
