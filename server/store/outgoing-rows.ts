import { randomBytes } from 'node:crypto';
import { dueFrom, foldDeliveries } from '../../shared/domain/message-state.js';
import type { Instant } from '../../shared/lib/time.js';
import type { Queries } from '../database/database.js';
import type { KnownRecord } from '../fold/known-record.js';
import { readMessage } from '../fold/read-known.js';

/** Messages of one organisation that one pass of one node has for itself. */
export interface Claim {
  readonly token: string;
  readonly organisation: string;
  /** Of messages, in the order in which they became due. */
  readonly ids: readonly string[];
}

/** Keeps the list of what the server is to send, after records were written. */
export async function noteOutgoing(
  { query }: Queries,
  organisation: string,
  written: readonly KnownRecord[],
): Promise<void> {
  const messages = written.filter(({ table }) => table === 'message');
  if (messages.length === 0) return;
  const rows = messages.map((record) => {
    const message = readMessage(record);
    if (message === null) return { id: record.id, deliverBy: '', dueAt: null };
    const { fields, events } = message;
    const delivery = foldDeliveries(fields.queuedAt, events);
    const dueAt = delivery.state === 'sending' ? 0 : dueFrom({ ...fields, ...delivery });
    return { id: record.id, deliverBy: fields.deliverBy, dueAt };
  });
  await query(
    `WITH own AS (SELECT id FROM device WHERE organisation = $1 AND laptop IS NULL),
     asked AS (
       SELECT asked.id, deliver_by IN (SELECT id FROM own) AND due_at IS NOT NULL AS waits, due_at
       FROM unnest($2::text[], $3::text[], $4::bigint[]) AS asked (id, deliver_by, due_at)
     ), gone AS (
       DELETE FROM outgoing WHERE organisation = $1 AND id IN (SELECT id FROM asked WHERE NOT waits)
     )
     INSERT INTO outgoing (organisation, id, due_at) SELECT $1, id, due_at FROM asked WHERE waits
     ON CONFLICT (organisation, id) DO UPDATE SET due_at = excluded.due_at`,
    [organisation, rows.map(({ id }) => id), rows.map(({ deliverBy }) => deliverBy), rows.map(({ dueAt }) => dueAt)],
  );
}

/**
 * Takes what is due of the organisation that waits longest and nobody else has, at most so many; null: nothing is. What a node
 * that ended had is taken as soon as its claim ran out.
 *
 * @param lasts milliseconds without a sign of life
 */
export async function claimDue(
  { query }: Queries,
  { now, lasts, most }: { readonly now: Instant; readonly lasts: number; readonly most: number },
): Promise<Claim | null> {
  const token = randomBytes(16).toString('hex');
  const rows = await query<{ organisation: string; id: string; due_at: number }>(
    `WITH free AS (
       SELECT organisation, id, due_at FROM outgoing
       WHERE due_at <= $2 AND (claimed_until IS NULL OR claimed_until <= clock_timestamp())
         AND organisation = (SELECT organisation FROM outgoing
           WHERE due_at <= $2 AND (claimed_until IS NULL OR claimed_until <= clock_timestamp()) ORDER BY due_at LIMIT 1)
       ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED
     )
     UPDATE outgoing SET claim = $1, claimed_until = clock_timestamp() + $3 * interval '1 millisecond'
     FROM free WHERE outgoing.organisation = free.organisation AND outgoing.id = free.id
     RETURNING outgoing.organisation, outgoing.id, outgoing.due_at`,
    [token, now, lasts, most],
  );
  const [first] = rows;
  if (first === undefined) return null;
  const ids = [...rows].sort((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  return { token, organisation: first.organisation, ids };
}

/**
 * A sign of life, or with 0 the end of it: whoever looks next may take it. One statement for each, so that it never waits for a
 * push that waits for it.
 */
export async function prolong(
  { query }: Queries,
  { token, organisation }: Claim,
  { ids, lasts }: { readonly ids: Iterable<string>; readonly lasts: number },
): Promise<void> {
  for (const id of ids) {
    await query(
      `UPDATE outgoing SET claimed_until = clock_timestamp() + $4 * interval '1 millisecond'
       WHERE organisation = $1 AND id = $2 AND claim = $3`,
      [organisation, id, token, lasts],
    );
  }
}

/** There is no such message any more, or it is not the server's. */
export async function dropOutgoing({ query }: Queries, organisation: string, id: string): Promise<void> {
  await query('DELETE FROM outgoing WHERE organisation = $1 AND id = $2', [organisation, id]);
}
