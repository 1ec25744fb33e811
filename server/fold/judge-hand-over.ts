import type { Change } from '../../shared/changes/change-set.js';
import { stampsToReplace } from '../../shared/changes/record-state.js';
import { foldDeliveries } from '../../shared/domain/message-state.js';
import { Message, MessageEvent, type MessageChannel, type MessageState } from '../../shared/records/message.js';
import { recordKey, type KnownRecord } from './known-record.js';
import { readMessage } from './read-known.js';

/** What the server sends, and under which name. */
export interface SendingHere {
  readonly device: string;
  readonly channels: readonly MessageChannel[];
  /** Names of the other laptops that still belong to the organisation: what one of them sends nobody takes from it. */
  readonly others: ReadonlySet<string>;
}

/** It waits, for its time or for somebody. */
const WAITING: readonly MessageState[] = ['held', 'due', 'deferred'];
const TAKEN_BACK: readonly MessageState[] = ['refused', 'cancelled'];

/**
 * Whether a laptop's change set would leave a message with two who send it, or with nobody who can: it hands over what the server
 * cannot send, takes from it what is on its way or has left, takes anything from another laptop that is still there, sets another
 * sender than one that was set meanwhile, or writes anew a reminder that it has begun to send (docs/adr/0054, docs/adr/0061).
 */
export function confusesSenders(
  changes: readonly Change[],
  states: ReadonlyMap<string, KnownRecord>,
  { device, channels, others }: SendingHere,
): boolean {
  const standing = (target: Change) => {
    const record = target.table === 'message' ? states.get(recordKey(target)) : undefined;
    const message = record === undefined ? null : readMessage(record);
    if (record === undefined || message === null) return null;
    const { fields, events } = message;
    const setBy = stampsToReplace(record.state, 'deliverBy');
    return { ...fields, setBy, state: foldDeliveries(fields.queuedAt, events).state };
  };
  return changes.some((change) => {
    const message = standing(change);
    if (message === null) return false;
    const isHere = message.deliverBy === device;
    if (change.kind === 'set' && change.field === 'deliverBy') {
      if (change.value === message.deliverBy) return false;
      if (!message.setBy.every((stamp) => change.replaces.includes(stamp))) return true;
      if (others.has(message.deliverBy)) return true;
      if (change.value !== device && !isHere) return false;
      if (isHere) return ![...WAITING, ...TAKEN_BACK].includes(message.state);
      return !channels.includes(message.channel) || !WAITING.includes(message.state);
    }
    if (change.kind !== 'event' || !isHere || [...WAITING, ...TAKEN_BACK, 'failed'].includes(message.state))
      return false;
    const takesBack = MessageEvent.safeParse(change.event).data?.state === 'cancelled';
    return takesBack && changes.some((other) => isSameReminder(other, message));
  });
}

/** Of the same channel, for the same time of the same interview. */
function isSameReminder(change: Change, { channel, interviewId, reminder }: Message): boolean {
  if (change.kind !== 'create' || change.table !== 'message' || reminder === null) return false;
  const written = Message.safeParse(change.fields).data;
  return (
    written?.interviewId === interviewId &&
    written.channel === channel &&
    written.reminder?.startsAt === reminder.startsAt
  );
}
