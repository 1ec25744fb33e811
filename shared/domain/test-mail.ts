import type { Change } from '../changes/change-set.js';
import type { Language } from '../records/primitives.js';
import type { Message } from '../records/message.js';
import type { FieldValues } from './merge-fields.js';
import type { FieldLinks } from './message-text.js';
import { createMessage, planAddressedMail, Problems, type MailContext, type MailText } from './plan-mail.js';
import type { PlannedMessage, PlanProblem } from './progress-action.js';

/** A template as a mail to whoever edits it. */
export interface TestMail {
  /** With the word in it that says that this is a test. */
  readonly text: MailText;
  readonly language: Language;
  /** What its fields say to somebody made up. */
  readonly values: FieldValues;
  readonly links: FieldLinks;
  readonly from: Message['from'];
  readonly to: Message['to'];
}

interface PlannedTest extends PlannedMessage {
  readonly changes: readonly Change[];
  readonly problems: readonly PlanProblem[];
}

/**
 * Put together and queued by what does it for every other mail, so that it arrives as they would; about nobody, and in nobody's
 * dossier. While something is wrong with it, there are problems and no changes.
 */
export function planTestMail({ text, language, values, links, from, to }: TestMail, context: MailContext): PlannedTest {
  const problems = new Problems();
  const about = { personId: null, applicationId: null, vacancyId: null };
  const mail = { purpose: 'ad-hoc', about, from, to, language, text, values, links } as const;
  const planned = planAddressedMail(mail, context, problems);
  return { ...planned, changes: problems.none ? [createMessage(planned)] : [], problems: problems.list() };
}
