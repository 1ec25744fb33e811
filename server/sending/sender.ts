import { randomBytes } from 'node:crypto';
import type { Change } from '../../shared/changes/change-set.js';
import { backToDue, outcomeEvent, type EventParts } from '../../shared/delivery/outcome-event.js';
import { deliveryEvent, stateAt } from '../../shared/domain/message-state.js';
import { NEEDS_SERVER, needsServer } from '../../shared/domain/needs-server.js';
import { leadToServer } from '../../shared/domain/page-link.js';
import type { DeliveryOutcome } from '../../shared/host/contract.js';
import { MINUTE, SECOND, type Instant } from '../../shared/lib/time.js';
import type { MessageChannel } from '../../shared/records/message.js';
import type { Database } from '../database/database.js';
import { claimDue, dropOutgoing, prolong, type Claim } from '../store/outgoing-rows.js';
import { serverDevice } from '../store/organisation-rows.js';
import { writeByServer } from '../store/write-by-server.js';
import { ChannelHealth, ofThisSender, type ChannelTrouble } from './channel-health.js';
import { PostOffice } from './post-office.js';
import { readOutgoing, type Outgoing } from './read-outgoing.js';
import { channelsOf, type SendingAccounts } from './sending-account.js';
import { doubtAfterRestore, lookUpAll, waitingForLaptops } from './server-ledger.js';

const TICK = 30 * SECOND;
/** Messages that are written as `sending` at a time: what a killed node can leave to be asked about. */
const BATCH = 20;
/** How old outcomes may get before they are written, while more are coming. */
const FLUSH_AFTER = 2 * SECOND;
/** Without a sign of life for so long, what a node had is another's. */
const CLAIM_LASTS = 2 * MINUTE;

export interface SenderOptions {
  readonly database: Database;
  readonly accounts: SendingAccounts;
  /** Told of faults in the program and of the store's; nothing personal. */
  readonly report: (error: unknown) => void;
  /** Told once when a channel stops: nothing of it leaves until a later attempt goes through. */
  readonly onTrouble?: (trouble: ChannelTrouble) => void;
  /** Origin of the pages that links lead to; null where it is not known here. */
  readonly pages?: string | null;
  readonly now?: () => Instant;
  /** Milliseconds. */
  readonly claimLasts?: number;
}

/**
 * Delivers what names the server as its sender, one message after the other, as the outbox of a laptop does: it decides and
 * writes `sending` in one transaction, and only then hands over; the ledger knows the rest. Any number of nodes may run one.
 */
export class Sender {
  readonly #options: Required<SenderOptions>;
  readonly #office: PostOffice;
  readonly #health: ChannelHealth;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #poked = false;
  #stopped = false;

  constructor(options: SenderOptions) {
    this.#options = { now: Date.now, claimLasts: CLAIM_LASTS, pages: null, onTrouble: () => undefined, ...options };
    this.#health = new ChannelHealth(this.#options.onTrouble);
    this.#office = new PostOffice(options.database, options.accounts, options.report);
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), TICK);
    void this.look();
  }

  /** Sends what is due now; resolves when nothing is left that may leave. */
  async look(): Promise<void> {
    this.#poked = true;
    this.#running ??= this.#run();
    await this.#running;
  }

  /** Lets the message that is being sent come to its end; the others of its batch are due again. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#running;
    await this.#office.close();
  }

  async #run(): Promise<void> {
    while (this.#poked && !this.#stopped) {
      this.#poked = false;
      try {
        await this.#pass();
      } catch (error) {
        this.#options.report(error); // whatever was under way is found again when its claim runs out
      }
    }
    this.#running = null;
  }

  async #pass(): Promise<void> {
    const { database, now, claimLasts: lasts } = this.#options;
    while (!this.#stopped) {
      const claim = await claimDue(database, { now: now(), lasts, most: BATCH });
      if (claim === null) return;
      const mine = new Set(claim.ids);
      const alive = setInterval(() => {
        void prolong(database, claim, { ids: mine, lasts }).catch(this.#options.report);
      }, lasts / 4);
      try {
        const { batch, kept } = await this.#decide(claim);
        for (const id of kept) mine.delete(id);
        await this.#sendBatch(claim, batch);
      } finally {
        clearInterval(alive);
      }
      await prolong(database, claim, { ids: mine, lasts: 0 });
    }
  }

  /** What may leave is written as `sending`, what may not as refused; what cannot leave now is kept until the claim runs out. */
  async #decide({
    organisation,
    ids,
  }: Claim): Promise<{ readonly batch: readonly Outgoing[]; readonly kept: string[] }> {
    const { database, now, pages } = this.#options;
    let batch: readonly Outgoing[] = [];
    let kept: string[] = [];
    await writeByServer(database, organisation, {
      action: 'deliver',
      now: now(),
      plan: async (queries) => {
        const own = await serverDevice(queries, organisation);
        const known = await readOutgoing(queries, organisation, { ids, now: now() });
        const ours = known.filter(({ message }) => message.deliverBy === own);
        const there = new Set(ours.map(({ id }) => id));
        for (const id of ids) if (!there.has(id)) await dropOutgoing(queries, organisation, id);
        const interrupted = ours.filter(({ delivery }) => delivery.state === 'sending');
        const outcomes = await lookUpAll(
          queries,
          organisation,
          interrupted.map(({ message }) => message.messageId),
        );
        const due = ours.filter(({ message, delivery }) => stateAt({ ...message, ...delivery }, now()) === 'due');
        const may = due.filter(({ message, refusal }) => refusal === null && (pages !== null || !needsServer(message)));
        const unheard = await waitingForLaptops(queries, organisation, may);
        const leaving = may.filter(({ id, message }) => this.#mayLeave(message.channel) && !unheard.has(id));
        const messages = leaving.map(({ message }) => message);
        const inDoubt = await doubtAfterRestore(queries, organisation, messages);
        // Those are found by the next pass, as begun and never answered.
        batch = leaving.filter(({ message }) => !inDoubt.has(message.messageId));
        kept = may.filter((one) => !leaving.includes(one)).map(({ id }) => id);
        const changes = [
          ...interrupted.map((one) => this.#afterInterruption(one, outcomes.get(one.message.messageId))),
          ...due.filter((one) => !may.includes(one)).map((one) => this.#heldBack(one)),
          ...leaving.map((one) =>
            this.#change(one, { ...one.delivery, state: 'sending', attempt: one.delivery.attempt + 1 }),
          ),
        ];
        return { changes };
      },
    });
    return { batch, kept };
  }

  #mayLeave(channel: MessageChannel): boolean {
    const { accounts, now } = this.#options;
    return channelsOf(accounts).includes(channel) && this.#health.troubleAt(channel, now()) === null;
  }

  async #sendBatch(claim: Claim, batch: readonly Outgoing[]): Promise<void> {
    const { now } = this.#options;
    let changes: Change[] = [];
    let flushed = now();
    for (const one of batch) {
      const attempt = one.delivery.attempt + 1;
      if (this.#stopped || !this.#mayLeave(one.message.channel) || !(await this.#stillMay(claim, one))) {
        changes.push(this.#change(one, backToDue(attempt, one.delivery.reason)));
        continue;
      }
      const answer = await this.#office.deliver(claim.organisation, this.#led(one), claim.token);
      if (!answer.ok) continue; // another node has it by now, and asks the ledger
      const { channel } = one.message;
      const outcome = ofThisSender(answer.value);
      this.#health.learn(channel, outcome, now());
      const waiting = this.#health.waiting(channel, outcome, attempt, now());
      changes.push(this.#change(one, waiting ?? this.#outcome(outcome, attempt)));
      if (now() - flushed < FLUSH_AFTER) continue;
      await this.#write(claim.organisation, changes);
      changes = [];
      flushed = now();
    }
    await this.#write(claim.organisation, changes);
  }

  /** C18: its links lead to the pages. */
  #led(one: Outgoing): Outgoing {
    const { pages } = this.#options;
    return pages === null || !needsServer(one.message) ? one : { ...one, message: leadToServer(one.message, pages) };
  }

  /** Somebody may have been rejected, an interview moved, or the message taken back, while the others of its batch were being sent. */
  async #stillMay({ organisation }: Claim, { id }: Outgoing): Promise<boolean> {
    const { database, now } = this.#options;
    const [still] = await readOutgoing(database, organisation, { ids: [id], now: now() });
    return still?.refusal === null && !still.calledOff;
  }

  async #write(organisation: string, changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const { database, now } = this.#options;
    await writeByServer(database, organisation, {
      action: 'deliver',
      now: now(),
      plan: () => Promise.resolve({ changes }),
    });
  }

  #afterInterruption(one: Outgoing, outcome: DeliveryOutcome | undefined): Change {
    const attempt = Math.max(one.delivery.attempt, 1);
    return this.#change(
      one,
      outcome === undefined ? backToDue(attempt) : this.#outcome(ofThisSender(outcome), attempt),
    );
  }

  /** C18, C34: refused, or held because it would leave with a dead link. */
  #heldBack(one: Outgoing): Change {
    const { attempt } = one.delivery;
    if (one.refusal !== null) return this.#change(one, { state: 'refused', reason: one.refusal, attempt });
    return this.#change(one, { state: 'held', reason: NEEDS_SERVER, attempt });
  }

  #outcome(outcome: DeliveryOutcome, attempt: number): EventParts {
    return outcomeEvent(outcome, { id: newId(), at: this.#options.now(), attempt, random: Math.random() });
  }

  #change({ id, message }: Outgoing, { state, attempt, reason, reply, retryAt }: EventParts): Change {
    const parts = { state, attempt, reason: reason ?? null, reply: reply ?? null, retryAt: retryAt ?? null };
    const event = deliveryEvent({ id: newId(), at: this.#options.now(), by: null, ...parts });
    return { kind: 'event', table: 'message', id, dossier: message.personId, event };
  }
}

function newId(): string {
  return randomBytes(16).toString('hex');
}
