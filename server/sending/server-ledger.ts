import { withoutWords, type DeliveryLedger, type LedgerErrorCode } from '../../electron/services/ledger/ledger.js';
import { DeliveryOutcome } from '../../shared/host/contract.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { Message } from '../../shared/records/message.js';
import type { Queries } from '../database/database.js';

/** What is to be handed over next, and by which claim. */
interface Held {
  readonly id: string;
  readonly claim: string;
}

/**
 * What this server handed over for one organisation, in the store that all nodes share. To begin takes the lock of the message's
 * claim, so of two nodes that both believe that a message is theirs one begins, and the other hears no.
 */
export class ServerLedger implements DeliveryLedger {
  readonly #queries: Queries;
  readonly #organisation: string;
  #held: Held = { id: '', claim: '' };

  constructor(queries: Queries, organisation: string) {
    this.#queries = queries;
    this.#organisation = organisation;
  }

  /** Said before each message is delivered. */
  hold(held: Held): void {
    this.#held = held;
  }

  async lookUp(messageId: string): Promise<DeliveryOutcome | 'none'> {
    return (await lookUpAll(this.#queries, this.#organisation, [messageId])).get(messageId) ?? 'none';
  }

  async begin(messageId: string): Promise<Result<null, LedgerErrorCode>> {
    const { id, claim } = this.#held;
    const begun = await this.#queries.query(
      `WITH mine AS (SELECT organisation FROM outgoing WHERE organisation = $1 AND id = $2 AND claim = $3 FOR UPDATE)
       INSERT INTO handed_over (organisation, message_id) SELECT organisation, $4 FROM mine
       ON CONFLICT (organisation, message_id) DO UPDATE SET begun_at = now(), outcome = NULL
       RETURNING 1 AS begun`,
      [this.#organisation, id, claim, messageId],
    );
    return begun.length === 1 ? success(null) : failure('journal/write-failed', 'another node has it');
  }

  async settle(messageId: string, outcome: DeliveryOutcome): Promise<Result<null, LedgerErrorCode>> {
    await this.#queries.query('UPDATE handed_over SET outcome = $3 WHERE organisation = $1 AND message_id = $2', [
      this.#organisation,
      messageId,
      JSON.stringify(withoutWords(outcome)),
    ]);
    return success(null);
  }
}

/**
 * After a backup was put back, what had been due before may have left, and the ledger with it: of these, those that the ledger
 * does not know count as begun. Answers their Message-IDs.
 */
export async function doubtAfterRestore(
  { query }: Queries,
  organisation: string,
  due: readonly Pick<Message, 'messageId' | 'holdUntil'>[],
): Promise<ReadonlySet<string>> {
  const rows = await query<{ message_id: string }>(
    `INSERT INTO handed_over (organisation, message_id)
     SELECT $1, message_id FROM unnest($2::text[], $3::bigint[]) AS due (message_id, hold_until)
     WHERE hold_until < (SELECT restored_at FROM organisation WHERE id = $1)
     ON CONFLICT DO NOTHING RETURNING message_id`,
    [organisation, due.map(({ messageId }) => messageId), due.map(({ holdUntil }) => holdUntil)],
  );
  return new Set(rows.map(({ message_id }) => message_id));
}

/**
 * After a backup was put back, what a laptop handed over may have been called off since, and it alone may know: until it has told
 * what it wrote, that waits. Of what had been due before, another rule says what becomes of it.
 */
export async function waitingForLaptops(
  { query }: Queries,
  organisation: string,
  due: readonly { readonly id: string; readonly leftBy: string; readonly message: Pick<Message, 'holdUntil'> }[],
): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>(
    `SELECT due.id FROM unnest($2::text[], $3::text[], $4::bigint[]) AS due (id, left_by, hold_until)
     JOIN organisation ON organisation.id = $1
     WHERE restored_at > 0 AND hold_until >= restored_at AND NOT EXISTS (
       SELECT 1 FROM device LEFT JOIN laptop ON laptop.id = device.laptop
       WHERE device.organisation = $1 AND left(device.id, 8) = left(due.left_by, 8)
         AND (laptop.id IS NULL OR laptop.loaded_at > to_timestamp(restored_at / 1000.0)))`,
    [organisation, due.map(({ id }) => id), due.map(({ leftBy }) => leftBy), due.map((one) => one.message.holdUntil)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What became of messages by their Message-IDs; absent: never begun. */
export async function lookUpAll(
  { query }: Queries,
  organisation: string,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, DeliveryOutcome>> {
  const rows = await query<{ message_id: string; outcome: string | null }>(
    'SELECT message_id, outcome FROM handed_over WHERE organisation = $1 AND message_id = ANY ($2::text[])',
    [organisation, messageIds],
  );
  return new Map(
    rows.map(({ message_id, outcome }) => [
      message_id,
      outcome === null ? { state: 'uncertain', reply: '' } : DeliveryOutcome.parse(JSON.parse(outcome)),
    ]),
  );
}
