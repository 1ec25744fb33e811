import { foldDeliveries, isWaiting } from '../../../shared/domain/message-state.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Table } from '../../../shared/records/tables.js';
import type { PersonErasure } from '../../data/erase.js';

/** A line of *what goes* or *what stays*: words with a count. */
export interface ErasurePart {
  readonly word: MessageKey;
  readonly count: number;
}

const PARTS = [
  ['application', 'deleted.erasure.applications'],
  ['interview', 'deleted.erasure.interviews'],
  ['message', 'deleted.erasure.messages'],
  ['document', 'deleted.erasure.documents'],
  ['appointment', 'deleted.erasure.appointments'],
] as const satisfies readonly (readonly [Table, MessageKey])[];

/** What of a dossier goes or stays, counted; nothing that there is none of. */
export function erasureParts(
  { dossier }: PersonErasure,
  records: readonly { readonly table: string; readonly id: string }[],
): readonly ErasurePart[] {
  const ids = new Set(records.map(({ id }) => id));
  const counted = PARTS.map(([table, word]): ErasurePart => {
    return { word, count: records.filter((record) => record.table === table).length };
  });
  const holders = [dossier.person, ...dossier.applications].filter(({ id }) => ids.has(id));
  const events = holders.flatMap((holder): readonly { readonly type: string }[] => holder.events);
  const eventsOf = (type: string): number => events.filter((event) => event.type === type).length;
  return [
    ...counted,
    { word: 'deleted.erasure.notes' as const, count: eventsOf('note') },
    { word: 'deleted.erasure.ratings' as const, count: eventsOf('rating') },
  ].filter(({ count }) => count > 0);
}

/** Mails that go and would still have left. */
export function waitingMails({ dossier, gone }: PersonErasure): number {
  const ids = new Set(gone.map(({ id }) => id));
  return dossier.messages.filter(
    ({ id, fields, events }) => ids.has(id) && isWaiting(foldDeliveries(fields.queuedAt, events).state),
  ).length;
}
