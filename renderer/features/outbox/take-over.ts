import type { Change } from '../../../shared/changes/change-set.js';
import { deliveryEvent } from '../../../shared/domain/message-state.js';
import { mayHaveLeft, SENDER_GONE } from '../../../shared/domain/take-over.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { changesTo } from '../../data/edit-record.js';
import type { MessageRow } from '../../data/roster/rows.js';
import type { Session } from '../../data/session.js';

/** Says that this laptop sends them, whoever did. */
export async function sentFromHere(
  session: Pick<Session, 'edit' | 'device'>,
  rows: readonly MessageRow[],
): Promise<readonly Change[]> {
  const records = await Promise.all(rows.map(({ id }) => session.edit('message', id)));
  return records.flatMap((record) => (record === null ? [] : changesTo(record, { deliverBy: session.device })));
}

/** The same of what somebody was to send who is gone: what may have left already is uncertain from then on (docs/adr/0061). */
export async function takenOver(
  session: Pick<Session, 'edit' | 'device' | 'now' | 'newId' | 'preferences'>,
  rows: readonly MessageRow[],
): Promise<readonly Change[]> {
  const now = session.now();
  const by = session.preferences.current().recruiterId as RecruiterId | null;
  const doubts = rows
    .filter((row) => mayHaveLeft(row, now))
    .map(({ id, personId: dossier, attempt }): Change => {
      const parts = { state: 'uncertain', reason: SENDER_GONE, attempt } as const;
      const event = deliveryEvent({ id: session.newId(), at: now, by, ...parts });
      return { kind: 'event', table: 'message', id, dossier, event };
    });
  return [...(await sentFromHere(session, rows)), ...doubts];
}
