import type { Change } from '../../shared/changes/change-set.js';
import type { SmsArrival } from '../../shared/domain/delivery-reason.js';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { isInquiryDue } from '../../shared/domain/sms-inquiry.js';
import type { Instant } from '../../shared/lib/time.js';
import type { MessageId } from '../../shared/records/primitives.js';
import type { MessageRow } from '../data/roster/rows.js';
import type { OutboxDeps } from './outbox-deps.js';

/** Asked about in one go: whoever shuts the program waits for no more than these. */
const AT_A_TIME = 5;

interface InquiringOutbox {
  /** What leaves from here. */
  mine(): readonly MessageRow[];
  /** Whether anything may leave this laptop now. */
  mayAsk(): Promise<boolean>;
}

/**
 * Asks the gateway what became of the SMS that left from this device, and keeps it with the message. It goes on beside what
 * is sent: a gateway that takes its time to answer holds up nothing. What it does not know is asked again at the next step.
 */
export class ArrivalInquiry {
  readonly #deps: OutboxDeps;
  readonly #outbox: InquiringOutbox;
  /** Of this run of the program. */
  readonly #askedAt = new Map<MessageId, Instant>();
  #asking: Promise<void> | null = null;

  constructor(deps: OutboxDeps, outbox: InquiringOutbox) {
    this.#deps = deps;
    this.#outbox = outbox;
  }

  /** Asks what is due to be asked, unless it is doing so. */
  look(): void {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
  }

  /** Once nothing may be asked any more, waits for the answer that is under way. */
  async end(): Promise<void> {
    await this.#asking;
  }

  async #ask(): Promise<void> {
    try {
      for (let due = this.#due(); due.length > 0 && (await this.#outbox.mayAsk()); due = this.#due()) {
        for (const { id } of due) this.#askedAt.set(id, this.#deps.now());
        const messageIds = due.map(({ messageId }) => messageId);
        const answer = await this.#deps.host.call('sms.arrivals', { messageIds });
        if (!answer.ok) return;
        await this.#keep(due, answer.value.arrivals);
      }
    } catch (error) {
      this.#deps.report(error);
    }
  }

  /** What the gateway took and has not told of; what was only rehearsed has its reason already. */
  #due(): readonly MessageRow[] {
    const now = this.#deps.now();
    return this.#outbox
      .mine()
      .filter(isUntold)
      .filter(({ id, since }) => isInquiryDue({ sentAt: since, askedAt: this.#askedAt.get(id) ?? null }, now))
      .slice(0, AT_A_TIME);
  }

  async #keep(asked: readonly MessageRow[], arrivals: Readonly<Record<string, SmsArrival>>): Promise<void> {
    // Looked at again where nobody else can write: it may have been erased while the gateway was thinking.
    const changes = (): readonly Change[] => {
      const { messages } = this.#deps.roster.current();
      return asked.flatMap(({ id, messageId }) => {
        const row = messages.get(id);
        const arrival = arrivals[messageId];
        return row === undefined || arrival === undefined || !isUntold(row) ? [] : [this.#told(row, arrival)];
      });
    };
    if (asked.some(({ messageId }) => arrivals[messageId] !== undefined)) {
      await this.#deps.commit({ action: 'deliver', changes, by: null });
    }
  }

  #told({ id, personId, attempt }: MessageRow, reason: SmsArrival): Change {
    const stamp = { id: this.#deps.newId(), at: this.#deps.now(), by: null };
    const event = deliveryEvent({ ...stamp, state: 'sent', reason, attempt });
    return { kind: 'event', table: 'message', id, dossier: personId, event };
  }
}

function isUntold({ channel, state, reason }: MessageRow): boolean {
  return channel === 'sms' && state === 'sent' && reason === null;
}
