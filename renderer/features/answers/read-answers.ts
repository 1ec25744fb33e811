import { saidInText, type SaidAnswer } from '../../../shared/domain/said-answer.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { readCalendarAnswers } from './read-calendar-answers.js';
import { readMailAnswers } from './read-mail-answers.js';
import type { ReadProblem } from './read-problem.js';

/** Bytes; a mail with some pictures in its signature. */
export const LARGEST_ANSWER = 10_000_000;

/** What was dropped or chosen, or pasted. */
export type AnswerSource = Uint8Array | string;

/** The answers in a mail (.eml), a calendar file (.ics) or a text, told apart by what is in it and not by its name. */
export async function readAnswers(
  source: AnswerSource,
  zone: string,
): Promise<Result<readonly SaidAnswer[], ReadProblem>> {
  if (source.length > LARGEST_ANSWER) return failure('answer/too-large');
  if (typeof source !== 'string' && isOutlookMessage(source)) return failure('answer/outlook-message');
  const beginning =
    typeof source === 'string' ? source.slice(0, 4096) : new TextDecoder().decode(source.slice(0, 4096));
  if (beginning.includes('\0')) return failure('answer/unreadable');
  if (/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(beginning)) return readCalendarAnswers(textOf(source), zone);
  if (isMail(beginning)) return await readMailAnswers(typeof source === 'string' ? source.trimStart() : source, zone);
  const said = saidInText(textOf(source), null);
  return said.length > 0 ? success(said) : failure('answer/none');
}

function textOf(source: AnswerSource): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

/** Begins with a header that mail programs write, and people do not. */
function isMail(beginning: string): boolean {
  return (
    /^\s*[\w-]+:/.test(beginning) &&
    /^(received|message-id|mime-version|return-path|content-type|dkim-signature|x-[\w-]+|date):/im.test(beginning)
  );
}

/** A compound file, as Outlook saves mails in by itself. */
function isOutlookMessage(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}
