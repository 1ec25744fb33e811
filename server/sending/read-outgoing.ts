import { parseStamp } from '../../shared/changes/clock.js';
import { stampsToReplace } from '../../shared/changes/record-state.js';
import type { DeliveryReason } from '../../shared/domain/delivery-reason.js';
import { foldDeliveries, isCalledOff, type Delivery } from '../../shared/domain/message-state.js';
import { refuseAtSending } from '../../shared/domain/refuse-at-sending.js';
import type { Instant } from '../../shared/lib/time.js';
import type { Message } from '../../shared/records/message.js';
import type { Queries } from '../database/database.js';
import { recordKey, type KnownRecord } from '../fold/known-record.js';
import { readInterview, readMessage, readStatus } from '../fold/read-known.js';
import { readRecords } from '../store/record-rows.js';

/** A message that the server is to send, and whether it still may. */
export interface Outgoing {
  readonly id: string;
  readonly message: Message;
  readonly delivery: Delivery;
  /** Node of the clock of whoever left it to the server. */
  readonly leftBy: string;
  /** C34, C27: why it may not leave, as everything stands now. */
  readonly refusal: DeliveryReason | null;
  /** It is being sent, and somebody took it back. */
  readonly calledOff: boolean;
}

/** Messages as they stand, in the order of their ids; one that was erased is left out. */
export async function readOutgoing(
  queries: Queries,
  organisation: string,
  { ids, now }: { readonly ids: readonly string[]; readonly now: Instant },
): Promise<readonly Outgoing[]> {
  const records = await readRecords(
    queries,
    organisation,
    ids.map((id) => ({ table: 'message', id })),
  );
  const read = new Map(records.map((record) => [record.id, record]));
  const messages = ids.flatMap((id) => {
    const record = read.get(id);
    const message = record === undefined ? null : readMessage(record);
    if (record === undefined || message === null) return [];
    return [{ id, leftBy: parseStamp(stampsToReplace(record.state, 'deliverBy')[0] ?? '').node, ...message }];
  });
  const wanted = messages.flatMap(({ fields: { applicationId, interviewId } }) => [
    ...(applicationId === null ? [] : [{ table: 'application', id: applicationId }]),
    ...(interviewId === null ? [] : [{ table: 'interview', id: interviewId }]),
  ]);
  const others = wanted.length === 0 ? [] : await readRecords(queries, organisation, wanted);
  const known = new Map(others.map((record) => [recordKey(record), record]));
  return messages.map(({ id, leftBy, fields, events }) => ({
    id,
    leftBy,
    message: fields,
    delivery: foldDeliveries(fields.queuedAt, events),
    refusal: refusalOf(fields, known, now),
    calledOff: isCalledOff(events),
  }));
}

function refusalOf(
  { purpose, applicationId, interviewId, calendar, reminder }: Message,
  known: ReadonlyMap<string, KnownRecord>,
  now: Instant,
): DeliveryReason | null {
  const about = <Value>(table: string, id: string | null, read: (record: KnownRecord) => Value | null) => {
    if (id === null) return undefined;
    const record = known.get(recordKey({ table, id }));
    return record === undefined ? null : read(record);
  };
  return refuseAtSending({
    purpose,
    status: about('application', applicationId, readStatus),
    interview: about('interview', interviewId, readInterview),
    sequence: calendar?.sequence ?? reminder?.sequence ?? null,
    remindsOf: reminder?.startsAt ?? null,
    now,
  });
}
