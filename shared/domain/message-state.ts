import type { Change, CreateChange } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { MessageEvent, MessagePurpose, MessageState } from '../records/message.js';
import { isSmsArrival } from './delivery-reason.js';

/**
 * What may follow what (architecture: *Outbox*). An event that is no allowed step is kept in the log and changes nothing.
 *
 * - A message that is being sent, was sent or may have been sent cannot be taken back.
 * - `cancelled` and `refused` give way to what the sending device found out: two laptops that did not see each other may
 *   have taken a message back here and begun to send it there, and then the truth is what happened at the mail server.
 * - What waits becomes `uncertain` where nobody can say any more whether another sender has sent it (docs/adr/0061).
 */
export const MESSAGE_TRANSITIONS = {
  held: ['held', 'due', 'sending', 'uncertain', 'refused', 'cancelled'],
  due: ['held', 'due', 'sending', 'uncertain', 'refused', 'cancelled'],
  sending: ['due', 'sent', 'deferred', 'failed', 'uncertain'],
  sent: [],
  deferred: ['held', 'due', 'sending', 'failed', 'uncertain', 'refused', 'cancelled'],
  failed: ['due', 'cancelled'],
  uncertain: ['held', 'due', 'sent', 'failed'],
  refused: ['due', 'sending', 'sent', 'uncertain', 'cancelled'],
  cancelled: ['sending', 'sent', 'uncertain'],
} as const satisfies Record<MessageState, readonly MessageState[]>;

/** Where a message stands. Nothing here depends on the time of day; `stateAt` adds the clock. */
export interface Delivery {
  readonly state: MessageState;
  readonly reason: string | null;
  readonly reply: string | null;
  /** For `deferred`: not before. */
  readonly retryAt: Instant | null;
  /** Attempts that count against the message; what was the account's fault does not. */
  readonly attempt: number;
  /** When it came into this state. */
  readonly since: Instant;
  /** A person decided to send an uncertain message once more; the host is told so. */
  readonly again: boolean;
}

/** Whether a message may go from one state to another. */
export function mayBecome(from: MessageState, to: MessageState): boolean {
  return (MESSAGE_TRANSITIONS[from] as readonly MessageState[]).includes(to);
}

/** The state of a message from its delivery events, given in the order of their stamps (`eventsOf`). */
export function foldDeliveries(queuedAt: Instant, events: readonly MessageEvent[]): Delivery {
  return fold(queuedAt, events).delivery;
}

/** Whether a message that is being sent was taken back, unheard by whoever began: should it not leave after all, it never does. */
export function isCalledOff(events: readonly MessageEvent[]): boolean {
  const { delivery, takenBack } = fold(0, events);
  return delivery.state === 'sending' && takenBack !== null;
}

interface Folded {
  readonly delivery: Delivery;
  /** What took it back, and stands unless it left after all. */
  readonly takenBack: MessageEvent | null;
}

function fold(queuedAt: Instant, events: readonly MessageEvent[]): Folded {
  let delivery: Delivery = {
    state: 'held',
    reason: null,
    reply: null,
    retryAt: null,
    attempt: 0,
    since: queuedAt,
    again: false,
  };
  let takenBack: MessageEvent | null = null;
  for (const event of events) {
    const { state: before } = delivery;
    if (before === 'sent' && event.state === 'sent' && isSmsArrival(event.reason)) {
      // It left when it left; what became of it stands beside that.
      delivery = { ...delivery, reason: event.reason, reply: event.reply ?? delivery.reply };
    }
    const isStep = mayBecome(before, event.state);
    if (isTakingBack(event.state) && (isStep || before === 'sending')) takenBack = event;
    if (isStep) delivery = after(delivery, event);
    // Whoever began to send it had not heard that it was taken back, before or since.
    if (delivery.state === 'sending' || isTakingBack(delivery.state)) continue;
    const isBack = before === 'sending' && (delivery.state === 'deferred' || delivery.state === 'due');
    // It came back: then it does not go a second time.
    if (isBack && takenBack !== null) delivery = after(delivery, takenBack);
    else takenBack = null;
  }
  return { delivery, takenBack };
}

function isTakingBack(state: MessageState): boolean {
  return state === 'cancelled' || state === 'refused';
}

function after(before: Delivery, event: MessageEvent): Delivery {
  const { state, reason, reply, retryAt, at } = event;
  // A person who says "try again" means it: the count begins anew.
  const attempt = state === 'due' && event.by !== null ? 0 : event.attempt;
  const again = isWaiting(state) && (before.again || before.state === 'uncertain');
  return { state, reason, reply, retryAt, attempt, since: at, again };
}

/** What `stateAt` and the outbox need of a message. */
export interface Scheduled {
  readonly state: MessageState;
  readonly reason: string | null;
  readonly holdUntil: Instant;
  readonly retryAt: Instant | null;
}

/**
 * The state at a moment: a message held for undo is due once its time is over, a deferred one when its next attempt may
 * begin. A message held for a reason waits for a person.
 */
export function stateAt(message: Scheduled, now: Instant): MessageState {
  const from = dueFrom(message);
  return from !== null && now >= from ? 'due' : message.state;
}

/** From when on a message may leave; null when no passing of time will let it. */
export function dueFrom({ state, reason, holdUntil, retryAt }: Scheduled): Instant | null {
  if (state === 'due') return 0;
  if (state === 'held') return reason === null ? holdUntil : null;
  if (state === 'deferred') return retryAt ?? 0;
  return null;
}

/** Whether undo can still take the message back. */
export function mayBeCancelled(state: MessageState): boolean {
  return mayBecome(state, 'cancelled');
}

/** Whether it still waits for something: what the tray and *Home* count. */
export function isWaiting(state: MessageState): boolean {
  return state === 'held' || state === 'due' || state === 'sending' || state === 'deferred';
}

/** Whether it waits for its day, and not only so that it can be undone. */
export function isScheduled({
  purpose,
  state,
  reason,
}: Pick<Delivery, 'state' | 'reason'> & { readonly purpose: MessagePurpose }): boolean {
  return purpose === 'reminder' && state === 'held' && reason === null;
}

/** A delivery event, with what is not said left empty. */
export function deliveryEvent(
  event: Pick<MessageEvent, 'id' | 'at' | 'by' | 'state'> & Partial<MessageEvent>,
): MessageEvent {
  return { type: 'delivery', reason: null, reply: null, retryAt: null, attempt: 0, ...event };
}

/**
 * What takes a created message back (`undoCreate` of `shared/changes/invert.ts`): it is cancelled, never deleted. Null
 * when it is on its way, has left, may have left, or needs no taking back.
 */
export function cancelMessage(
  create: CreateChange,
  events: readonly MessageEvent[],
  stamp: Pick<MessageEvent, 'id' | 'at' | 'by'>,
): Change | null {
  const { table, id, dossier } = create;
  const { state, attempt } = foldDeliveries(stamp.at, events);
  if (!mayBeCancelled(state)) return null;
  return { kind: 'event', table, id, dossier, event: deliveryEvent({ ...stamp, state: 'cancelled', attempt }) };
}

/** What keeps a message here that is due: outside, in the account, or a server that asked for patience. */
export type DueObstacle = 'connection' | 'account' | 'next-attempt';
