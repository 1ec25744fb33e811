import { z } from 'zod';
import { DeliveryOutcome } from '../../../shared/host/contract.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Disk } from '../disk/disk.js';
import { openAppendLog, type AppendLog } from '../append-log/open-append-log.js';

const Entry = z.object({
  messageId: z.string(),
  /** UTC milliseconds. */
  at: z.int(),
  /** Null: the server is ready and the message is about to be handed over. */
  outcome: DeliveryOutcome.nullable(),
});
type Entry = z.infer<typeof Entry>;

export interface LedgerOptions {
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  /** Throws when the bytes are not what was sealed. */
  readonly open: (bytes: Uint8Array) => Uint8Array;
  readonly clock: { now(): number };
  readonly report: (error: unknown) => void;
  readonly disk?: Disk;
}

export type LedgerErrorCode = 'journal/disk-full' | 'journal/write-failed';

/** What delivering asks of a ledger, wherever it is kept. */
export interface DeliveryLedger {
  /** `none` when the message was never handed over; one that was, without an answer, may have arrived. */
  lookUp(messageId: string): DeliveryOutcome | 'none' | Promise<DeliveryOutcome | 'none'>;
  /** Durable before a single byte of the message goes out; with a failure none does. */
  begin(messageId: string): Promise<Result<null, LedgerErrorCode>>;
  settle(messageId: string, outcome: DeliveryOutcome): Promise<Result<null, LedgerErrorCode>>;
}

/**
 * What was handed over to a mail server or an SMS gateway and what it answered, by Message-ID, synced to disk before
 * anything relies on it. It is asked before a message is sent, so that no crash can make two out of one.
 */
export class Ledger implements DeliveryLedger {
  readonly #entries = new Map<string, DeliveryOutcome | null>();
  readonly #options: LedgerOptions;
  #log: AppendLog | null = null;
  #damaged = false;

  private constructor(options: LedgerOptions) {
    this.#options = options;
  }

  /** Reads the ledger of a path. What can no longer be read is reported, and remembered in `lookUp`. */
  static async open(path: string, options: LedgerOptions): Promise<Ledger> {
    const ledger = new Ledger(options);
    ledger.#log = await openAppendLog(path, {
      ...(options.disk === undefined ? {} : { disk: options.disk }),
      onFrame: ({ body }) => {
        ledger.#read(body);
      },
      onDamage: () => {
        ledger.#damaged = true;
        options.report(new Error('ledger: part of it can no longer be read'));
      },
    });
    return ledger;
  }

  /** `none` when the message was never handed over; one that was, without an answer, may have arrived. */
  lookUp(messageId: string): DeliveryOutcome | 'none' {
    const outcome = this.#entries.get(messageId);
    if (outcome === undefined) return 'none';
    return outcome ?? { state: 'uncertain', reply: '' };
  }

  /**
   * The same for a message that was being sent when the program ended: if part of the ledger is lost, what it does not
   * know may have arrived.
   */
  lookUpInterrupted(messageId: string): DeliveryOutcome | 'none' {
    const outcome = this.lookUp(messageId);
    return outcome === 'none' && this.#damaged ? { state: 'uncertain', reply: '' } : outcome;
  }

  /** Of several that were being sent when the program ended; absent = never begun. */
  lookUpAll(messageIds: readonly string[]): Record<string, DeliveryOutcome> {
    const outcomes: Record<string, DeliveryOutcome> = {};
    for (const messageId of messageIds) {
      const outcome = this.lookUpInterrupted(messageId);
      if (outcome !== 'none') outcomes[messageId] = outcome;
    }
    return outcomes;
  }

  /** On disk before a single byte of the message goes out. */
  async begin(messageId: string): Promise<Result<null, LedgerErrorCode>> {
    return await this.#write(messageId, null);
  }

  /** What the server answered to a message that was begun, without its words. Known at once, even if the disk refuses it. */
  async settle(messageId: string, outcome: DeliveryOutcome): Promise<Result<null, LedgerErrorCode>> {
    return await this.#write(messageId, withoutWords(outcome));
  }

  async close(): Promise<void> {
    await this.#log?.close();
  }

  async #write(messageId: string, outcome: DeliveryOutcome | null): Promise<Result<null, LedgerErrorCode>> {
    const entry: Entry = { messageId, at: this.#options.clock.now(), outcome };
    if (outcome !== null) this.#entries.set(messageId, outcome);
    const written = await this.#log?.append(this.#options.seal(Buffer.from(JSON.stringify(entry))));
    if (written?.ok !== true) {
      return failure(written?.code === 'log/disk-full' ? 'journal/disk-full' : 'journal/write-failed', written?.detail);
    }
    this.#entries.set(messageId, outcome);
    return success(null);
  }

  #read(body: Uint8Array): void {
    try {
      const entry = Entry.parse(JSON.parse(Buffer.from(this.#options.open(body)).toString()));
      this.#entries.set(entry.messageId, entry.outcome);
    } catch (error) {
      this.#damaged = true;
      this.#options.report(error);
    }
  }
}

/** An outcome as a ledger keeps it. */
export function withoutWords(outcome: DeliveryOutcome): DeliveryOutcome {
  return { ...outcome, reply: codesOf(outcome.reply) };
}

/**
 * Reply code and enhanced status code (RFC 5321 4.2, RFC 3463), or the status code of HTTP. A server's words may name a person, and the ledger outlives
 * every dossier; the words themselves are kept in the dossier, with the message.
 */
function codesOf(reply: string): string {
  const [, code, enhanced] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})(?!\S))?/.exec(reply) ?? [];
  return [code, enhanced].filter((part) => part !== undefined).join(' ');
}
