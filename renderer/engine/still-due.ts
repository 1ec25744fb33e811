import { stateAt } from '../../shared/domain/message-state.js';
import type { MessageRow } from '../data/roster/rows.js';
import type { OutboxDeps } from './outbox-deps.js';

/** Looked at again where nobody else can write: somebody may have taken a message back while this one waited, or handed it over. */
export function stillDue(
  due: readonly MessageRow[],
  { roster, now }: Pick<OutboxDeps, 'roster' | 'now'>,
): readonly MessageRow[] {
  const { messages } = roster.current();
  return due
    .flatMap(({ id, deliverBy }) => {
      const row = messages.get(id);
      return row?.deliverBy === deliverBy ? [row] : [];
    })
    .filter((row) => stateAt(row, now()) === 'due');
}
