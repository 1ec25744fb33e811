import type { Change } from '../../../shared/changes/change-set.js';
import type { DeliveryReason } from '../../../shared/domain/delivery-reason.js';
import { deliveryEvent, mayBecome } from '../../../shared/domain/message-state.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { MessageState } from '../../../shared/records/message.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { messageGroup } from '../../data/roster/count-messages.js';
import type { MessageRow } from '../../data/roster/rows.js';

/** What a person can decide about a message. */
export const MESSAGE_COMMANDS = ['retry', 'send-again', 'arrived', 'cancel'] as const;
export type MessageCommand = (typeof MESSAGE_COMMANDS)[number];

const LEADS_TO = {
  retry: 'due',
  'send-again': 'due',
  arrived: 'sent',
  cancel: 'cancelled',
} as const satisfies Record<MessageCommand, MessageState>;

/** Whether a command means anything for a message as it stands. */
export function mayCommand(command: MessageCommand, row: Pick<MessageRow, 'state' | 'reason' | 'purpose'>): boolean {
  if (!mayBecome(row.state, LEADS_TO[command])) return false;
  switch (command) {
    case 'retry':
      // What may have arrived is never merely tried again, what leaves by itself needs no push, and a time that no longer
      // holds is refused each time.
      if (row.state === 'uncertain' || isOutOfDate(row.reason)) return false;
      return row.state === 'deferred' || messageGroup(row) === 'yours';
    case 'send-again':
      // A second mail would bring another password under the same Message-ID: it is written anew (docs/adr/0056).
      return row.state === 'uncertain' && row.purpose !== 'credentials';
    case 'arrived':
      return row.state === 'uncertain';
    case 'cancel':
      return true;
  }
}

const OUT_OF_DATE: readonly DeliveryReason[] = ['mail/interview-moved', 'mail/interview-cancelled'];

function isOutOfDate(reason: string | null): boolean {
  return OUT_OF_DATE.some((one) => one === reason);
}

interface CommandContext {
  readonly now: Instant;
  readonly by: RecruiterId | null;
  readonly newId: () => string;
}

/** The delivery events of a command, for those of the messages that it means anything for. */
export function commandChanges(
  command: MessageCommand,
  rows: readonly MessageRow[],
  { now, by, newId }: CommandContext,
): readonly Change[] {
  return rows
    .filter((row) => mayCommand(command, row))
    .map(({ id, personId, attempt, holdUntil }): Change => {
      // What may have been taken over from somebody before its time waits for that time again.
      const state = command === 'send-again' && holdUntil > now ? 'held' : LEADS_TO[command];
      const event = deliveryEvent({ id: newId(), at: now, by, state, attempt });
      return { kind: 'event', table: 'message', id, dossier: personId, event };
    });
}
