import { foldText } from '../../../shared/lib/fold-text.js';
import type { MessageId } from '../../../shared/records/primitives.js';
import { MESSAGE_GROUPS, messageGroup, type MessageGroup } from '../../data/roster/count-messages.js';
import type { MessageRow } from '../../data/roster/rows.js';

/** A line of the list: a message, or the head of a group. */
export type OutboxItem =
  | { readonly kind: 'message'; readonly row: MessageRow }
  | { readonly kind: 'group'; readonly group: MessageGroup; readonly count: number };

export interface OutboxFilter {
  /** Null for all of them. */
  readonly group: MessageGroup | null;
  readonly text: string;
}

/** The messages that a filter lets through, under the heads of their groups. */
export function outboxItems(
  messages: Iterable<MessageRow>,
  { group: only, text }: OutboxFilter,
): readonly OutboxItem[] {
  const words = foldText(text).split(' ').filter(Boolean);
  const groups = new Map<MessageGroup, MessageRow[]>(MESSAGE_GROUPS.map((group) => [group, []]));
  for (const row of messages) {
    const group = messageGroup(row);
    if ((only === null || only === group) && holds(row, words)) groups.get(group)?.push(row);
  }
  return [...groups].flatMap(([group, rows]): readonly OutboxItem[] => {
    if (rows.length === 0) return [];
    const inOrder = rows.sort(group === 'waiting' ? nextToLeave : newestFirst);
    return [{ kind: 'group', group, count: rows.length }, ...inOrder.map((row) => ({ kind: 'message', row }) as const)];
  });
}

/** The messages of the list, in its order. */
export function messagesOf(items: readonly OutboxItem[]): readonly MessageRow[] {
  return items.flatMap((item) => (item.kind === 'message' ? [item.row] : []));
}

/** The line on which a message stands; -1 when it is not shown. */
export function lineOf(items: readonly OutboxItem[], id: MessageId | null): number {
  return items.findIndex((item) => item.kind === 'message' && item.row.id === id);
}

function holds({ toName, toAddress, subject }: MessageRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = foldText(`${toName} ${toAddress} ${subject}`);
  return words.every((word) => folded.includes(word));
}

function newestFirst(a: MessageRow, b: MessageRow): number {
  return b.since - a.since || b.queuedAt - a.queuedAt;
}

function nextToLeave(a: MessageRow, b: MessageRow): number {
  return (a.retryAt ?? a.holdUntil) - (b.retryAt ?? b.holdUntil) || a.queuedAt - b.queuedAt;
}
