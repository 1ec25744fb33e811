import type { Interview } from '../records/interview.js';
import type { Message } from '../records/message.js';
import type { InterviewId, Language } from '../records/primitives.js';
import type { RichText } from '../records/rich-text.js';
import { answerAddress, answerToken, CANDIDATE_ANSWERS } from './answer-token.js';
import { hasConfirmLink } from './confirm-link.js';
import type { InterviewContext } from './interview-context.js';
import type { FieldLinks } from './message-text.js';
import { replyLink } from './page-link.js';

/** What `{confirmlink}` becomes in one mail. */
export interface AnswerLinks {
  readonly links: FieldLinks;
  /** Null where the mail leads to no page. */
  readonly replyTokenHash: string | null;
}

/** There is nothing to answer. */
export const NO_ANSWER: AnswerLinks = { links: {}, replyTokenHash: null };

interface AnsweredMail extends Pick<Message, 'purpose'> {
  readonly language: Language;
  /** Title of the vacancy; it may be empty. */
  readonly vacancy: string;
  readonly replyTo: string;
  /** As they are filled. */
  readonly contents: RichText;
}

/**
 * R68, R86: one link to the page where the four answers are given; without a server the four answers themselves, each of which
 * writes a mail to whoever invited. Each mail has a token of its own, for the date and time that it tells (C31).
 */
export function answerLinks(
  interview: Pick<Interview, 'sequence' | 'answerKey'> & { readonly id: InterviewId },
  mail: AnsweredMail,
  { interviews }: { readonly interviews: Pick<InterviewContext, 'words' | 'sign' | 'replyPages'> },
): AnswerLinks {
  const { replyPages } = interviews;
  const { language, vacancy, replyTo, purpose, contents } = mail;
  const { answers, reply } = interviews.words(language);
  const { id: interviewId, sequence, answerKey } = interview;
  if (replyPages !== null) {
    const token = replyPages.drawToken(`${purpose} ${interviewId} ${sequence.toString()}`);
    const links = { confirmlink: [{ label: reply, address: replyLink(token) }] };
    return { links, replyTokenHash: hasConfirmLink(contents) ? replyPages.hash(token) : null };
  }
  const confirmlink = CANDIDATE_ANSWERS.map((answer) => {
    const token = answerToken({ interviewId, sequence, answer }, answerKey, interviews.sign);
    const label = answers[answer];
    return { label, address: answerAddress(replyTo, vacancy === '' ? label : `${label} – ${vacancy}`, token) };
  });
  return { links: { confirmlink }, replyTokenHash: null };
}
