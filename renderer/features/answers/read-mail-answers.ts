import PostalMime, { type Email } from 'postal-mime';
import { saidInText, type SaidAnswer } from '../../../shared/domain/said-answer.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Instant } from '../../../shared/lib/time.js';
import { readCalendarAnswers } from './read-calendar-answers.js';
import type { ReadProblem } from './read-problem.js';

const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 };

/**
 * The answers of a mail (RFC 5322): the token in its subject, which the link of the invitation has put there; else what a
 * calendar program replied; else a token in its text.
 */
export async function readMailAnswers(
  raw: Uint8Array | string,
  zone: string,
): Promise<Result<readonly SaidAnswer[], ReadProblem>> {
  const mail = await parse(raw);
  if (mail === null || mail.headers.length === 0) return failure('answer/unreadable');
  const at = instantOf(mail.date);
  const inSubject = saidInText(mail.subject ?? '', at);
  if (inSubject.length > 0) return success(inSubject);
  let problem: ReadProblem = 'answer/none';
  for (const calendar of calendarsOf(mail)) {
    const read = readCalendarAnswers(calendar, zone);
    if (read.ok) return read;
    problem = read.code;
  }
  const inBody = saidInText(bodyOf(mail), at);
  return inBody.length > 0 ? success(inBody) : failure(problem);
}

async function parse(raw: Uint8Array | string): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { ...LIMITS, attachmentEncoding: 'utf8' });
  } catch {
    return null; // deeper, or with longer headers, than any mail that somebody wrote
  }
}

function calendarsOf({ attachments }: Email): readonly string[] {
  return attachments
    .filter(
      ({ mimeType, filename }) =>
        /^(text\/calendar|application\/ics)$/i.test(mimeType) || /\.ics$/i.test(filename ?? ''),
    )
    .map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)));
}

/** As it is read on the screen; of a mail without plain text, its letters. */
function bodyOf({ text, html }: Email): string {
  return text ?? (html ?? '').replace(/<[^>]*>/g, ' ');
}

function instantOf(date: string | undefined): Instant | null {
  const at = Date.parse(date ?? '');
  return Number.isFinite(at) && at >= 0 ? at : null;
}
