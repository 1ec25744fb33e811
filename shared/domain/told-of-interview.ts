import type { MessagePurpose, MessageState } from '../records/message.js';
import { isWaiting } from './message-state.js';

/** What a mail about an interview says of who knows what. */
export interface Told {
  readonly purpose: MessagePurpose;
  readonly state: MessageState;
  /** SEQUENCE of the calendar file that goes along; null without one. */
  readonly sequence: number | null;
}

/** Mails that say when an interview is. */
const TELLS_THE_TIME: readonly MessagePurpose[] = ['invitation', 'interview-change'];

export function tellsTheTime({ purpose }: Pick<Told, 'purpose'>): boolean {
  return TELLS_THE_TIME.includes(purpose);
}

/** Whether a mail with the time has left, or may have: then somebody must hear that it no longer holds. */
export function wasTold({ messages }: { readonly messages: readonly Told[] }): boolean {
  return messages.some(
    (message) =>
      tellsTheTime(message) &&
      (message.state === 'sending' || message.state === 'sent' || message.state === 'uncertain'),
  );
}

/**
 * How somebody knows the time of an interview: from a mail; not yet, as the mail waits or could not be delivered; or, where
 * no mail is to tell it (booked without one, or the recruiter stopped it), from the recruiter's mouth.
 */
export function howTold(messages: readonly Told[]): 'by-mail' | 'not-yet' | 'by-mouth' {
  if (wasTold({ messages })) return 'by-mail';
  const telling = messages.filter(tellsTheTime);
  if (telling.some(({ state }) => isWaiting(state) || state === 'failed')) return 'not-yet';
  return newest(telling)?.state === 'refused' ? 'not-yet' : 'by-mouth';
}

/** The last invitation that was written; null without one. */
export function lastInvitation<M extends Told>(messages: readonly M[]): M | null {
  return newest(messages.filter(({ purpose }) => purpose === 'invitation'));
}

/**
 * The SEQUENCE of what is told next. It never goes back (RFC 5545 3.8.7.4): an undo sets the interview back, and not the
 * calendar of whoever had the mail. What was taken back counts, too, as another laptop may have sent it.
 */
export function nextSequence(
  { sequence }: { readonly sequence: number },
  messages: readonly Pick<Told, 'sequence'>[],
): number {
  return Math.max(sequence, ...messages.map((message) => message.sequence ?? 0)) + 1;
}

/** Of one interview; each new one has a higher sequence. */
function newest<M extends Told>(messages: readonly M[]): M | null {
  return messages.reduce<M | null>(
    (last, message) => (last === null || (message.sequence ?? 0) >= (last.sequence ?? 0) ? message : last),
    null,
  );
}
