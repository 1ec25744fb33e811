import type { Change } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { Message } from '../records/message.js';
import type { Language, MessageId, VacancyId } from '../records/primitives.js';
import { isEmailAddress } from './email-address.js';
import { escapeHtml } from './message-text.js';
import { createMessage, messageIdFor } from './plan-mail.js';
import { singleLine } from './single-line.js';

/** A review that was given, as whoever asked for it is told. */
export interface ReviewGiven {
  readonly vacancyId: VacancyId;
  readonly to: Message['to'];
  readonly language: Language;
  /** They name no applicant: the mail lies in nobody's dossier. */
  readonly words: { readonly subject: string; readonly lines: readonly string[] };
  /** Who sends it. */
  readonly deliverBy: string;
}

/** T6, *Email me each time a reviewer completes*: a mail from whoever asked to themselves. Nothing where they have no address. */
export function notifyOfReview(
  { to, words, language, vacancyId, deliverBy }: ReviewGiven,
  { now, newId }: { readonly now: Instant; readonly newId: () => string },
): readonly Change[] {
  const address = to.address.trim();
  if (!isEmailAddress(address)) return [];
  const id = newId() as MessageId;
  const mailbox = { name: singleLine(to.name), address };
  const message: Message = {
    ...{ channel: 'email', purpose: 'ad-hoc', personId: null, applicationId: null, vacancyId },
    ...{ language, from: mailbox, to: mailbox, subject: singleLine(words.subject), text: words.lines.join('\n\n') },
    html: `<!doctype html><html lang="${language}"><body>${words.lines.map(paragraph).join('')}</body></html>`,
    ...{ messageId: messageIdFor(id, address), queuedAt: now, holdUntil: now, deliverBy },
    ...{
      interviewId: null,
      panelReviewId: null,
      calendar: null,
      attachments: [],
      written: null,
      reminder: null,
      replyTokenHash: null,
    },
  };
  return [createMessage({ id, message, merged: [] })];
}

function paragraph(line: string): string {
  return `<p>${escapeHtml(line)}</p>`;
}
