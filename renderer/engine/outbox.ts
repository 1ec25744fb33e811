import type { Change } from '../../shared/changes/change-set.js';
import type { DeliveryReason } from '../../shared/domain/delivery-reason.js';
import { deliveryEvent, foldDeliveries, isWaiting, stateAt } from '../../shared/domain/message-state.js';
import { NEEDS_SERVER, needsServer } from '../../shared/domain/needs-server.js';
import { refuseAtSending } from '../../shared/domain/refuse-at-sending.js';
import type { DeliveryOutcome } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Result } from '../../shared/lib/result.js';
import { SECOND } from '../../shared/lib/time.js';
import type { MessageEvent } from '../../shared/records/message.js';
import type { MessageId } from '../../shared/records/primitives.js';
import type { PlannedChanges } from '../data/commit.js';
import { Observable } from '../data/observable.js';
import type { MessageRow } from '../data/roster/rows.js';
import { AccountHealth } from './account-health.js';
import type { OutboxDeps, OutboxStatus } from './outbox-deps.js';
import { outcomeEvent } from './outcome-event.js';

export const TICK = 30 * SECOND;
/** Messages that are committed as `sending` at a time: what a crash can leave to be asked about. */
const BATCH = 20;
/** How old outcomes may get before they are committed, while more are coming. */
const FLUSH_AFTER = 2 * SECOND;

/**
 * Delivers what is due, from this device, one message after the other. It decides and commits `sending`, and only then
 * hands over; the host's ledger knows the rest, so that a crash at any moment makes one mail or an uncertain one.
 */
export class Outbox {
  readonly status = new Observable<OutboxStatus>({ kind: 'idle' });
  readonly #deps: OutboxDeps;
  readonly #account = new AccountHealth();
  /** Taken in this pass: whatever the roster says of them, not once more. */
  readonly #taken = new Set<MessageId>();
  #timer: ReturnType<typeof setInterval> | null = null;
  #running: Promise<void> | null = null;
  #poked = false;
  #stopped = false;
  #waiting: number | null = null;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  /** Looks now and every 30 seconds: a laptop that slept finds its time on waking, which one long wait would not. */
  start(): void {
    this.#timer = setInterval(() => {
      this.poke();
    }, TICK);
    this.poke();
  }

  /** Something changed: look now. */
  poke(): void {
    this.#poked = true;
    this.#running ??= this.#run();
  }

  /** The account was changed or a person says: try. Forgets pause and back-off. */
  resume(): void {
    this.#account.recover();
    this.poke();
  }

  /** Lets the message that is being sent come to its end; the others of its batch are due again. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#poked && !this.#stopped) {
      this.#poked = false;
      this.#taken.clear();
      try {
        this.status.set(await this.#pass());
        await this.#tellWaiting();
      } catch (error) {
        this.#deps.report(error);
        this.status.set({ kind: 'stuck', code: 'host/fault' });
      }
    }
    this.#running = null;
  }

  async #pass(): Promise<OutboxStatus> {
    const stuck = await this.#askLedger();
    if (stuck !== null) return stuck;
    for (;;) {
      const due = this.#due();
      if (due.length === 0) return { kind: 'idle' };
      const obstacle = await this.#obstacle();
      if (obstacle !== null) return obstacle;
      const failed = await this.#deliver(due);
      if (failed !== null) return failed;
    }
  }

  /** Messages left in `sending` by a program that ended: the host knows what became of them. */
  async #askLedger(): Promise<OutboxStatus | null> {
    const left = this.#mine().filter(({ state }) => state === 'sending');
    if (left.length === 0) return null;
    const answer = await this.#deps.host.call('mail.ledger', { messageIds: left.map(({ messageId }) => messageId) });
    if (!answer.ok) return { kind: 'stuck', code: answer.code };
    return await this.#commit(
      left.map((row) => {
        const outcome = answer.value.outcomes[row.messageId];
        const attempt = Math.max(row.attempt, 1);
        return this.#change(row, outcome === undefined ? this.#backToDue(attempt) : this.#outcome(outcome, attempt));
      }),
    );
  }

  #mine(): readonly MessageRow[] {
    const { device, roster } = this.#deps;
    return [...roster.current().messages.values()].filter(({ deliverBy }) => deliverBy === device);
  }

  #due(): readonly MessageRow[] {
    const now = this.#deps.now();
    return this.#mine()
      .filter((row) => !this.#taken.has(row.id) && stateAt(row, now) === 'due')
      .sort((a, b) => a.holdUntil - b.holdUntil || a.queuedAt - b.queuedAt)
      .slice(0, BATCH);
  }

  /** Why nothing may leave now. Nothing is asked of the network before something is due and may go. */
  async #obstacle(): Promise<OutboxStatus | null> {
    if (this.#stopped) return { kind: 'idle' };
    if (this.#deps.preferences.current().workOffline) return { kind: 'working-offline' };
    const trouble = this.#account.troubleAt(this.#deps.now());
    if (trouble !== null) return trouble;
    const network = await this.#deps.host.call('network.state', null);
    if (!network.ok) return { kind: 'stuck', code: network.code };
    return network.value.up ? null : { kind: 'no-network' };
  }

  async #deliver(due: readonly MessageRow[]): Promise<OutboxStatus | null> {
    this.status.set({ kind: 'sending' });
    for (const { id } of due) this.#taken.add(id);
    let batch: readonly MessageRow[] = [];
    const stuck = await this.#commit(() => {
      const still = this.#stillDue(due);
      const leads = still.filter(({ purpose }) => needsServer(purpose));
      const others = still.filter((row) => !leads.includes(row));
      batch = others.filter((row) => this.#refusal(row) === null);
      return [
        ...batch.map((row) => this.#change(row, { state: 'sending', reason: row.reason, attempt: row.attempt + 1 })),
        // C18: whatever made it due, it does not leave with a dead link.
        ...leads.map((row) => this.#change(row, { state: 'held', reason: NEEDS_SERVER, attempt: row.attempt })),
        ...others.flatMap((row) => {
          const reason = this.#refusal(row);
          return reason === null ? [] : [this.#change(row, { state: 'refused', reason, attempt: row.attempt })];
        }),
      ];
    });
    return stuck ?? (await this.#sendBatch(batch));
  }

  /** C34: somebody was rejected since it was queued, here or on another laptop, or the interview is off. */
  #refusal({ purpose, applicationId, interviewId, sequence }: MessageRow): DeliveryReason | null {
    const { applications, interviews } = this.#deps.roster.current();
    return refuseAtSending({
      purpose,
      status: applicationId === null ? undefined : (applications.get(applicationId)?.status ?? null),
      interview: interviewId === null ? undefined : (interviews.get(interviewId) ?? null),
      sequence,
    });
  }

  /** Looked at again where nobody else can write: somebody may have taken a message back while this one waited. */
  #stillDue(due: readonly MessageRow[]): readonly MessageRow[] {
    const { messages } = this.#deps.roster.current();
    const now = this.#deps.now();
    return due
      .map(({ id }) => messages.get(id))
      .filter((row) => row !== undefined)
      .filter((row) => stateAt(row, now) === 'due');
  }

  async #sendBatch(batch: readonly MessageRow[]): Promise<OutboxStatus | null> {
    let changes: Change[] = [];
    let end: OutboxStatus | null = null;
    let flushed = this.#deps.now();
    for (const row of batch) {
      const attempt = row.attempt + 1;
      // Refused while the others of its batch were being sent: the next pass says so.
      if (end !== null || this.#mustStop() || this.#refusal(row) !== null) {
        changes.push(this.#change(row, this.#backToDue(attempt, row.reason)));
        continue;
      }
      const outcome = await this.#handOver(row);
      if (outcome === null) continue; // erased meanwhile
      if (!outcome.ok) {
        if (outcome.code === 'mail/no-account') {
          this.#account.pause('mail/no-account' satisfies DeliveryReason);
          changes.push(this.#change(row, this.#backToDue(attempt, 'mail/no-account')));
        }
        // Any other failure leaves it in `sending`: the ledger is asked at the next tick.
        end = this.#account.troubleAt(this.#deps.now()) ?? { kind: 'stuck', code: outcome.code };
        continue;
      }
      this.#account.learn(outcome.value, this.#deps.now(), this.#deps.random());
      changes.push(this.#change(row, this.#outcome(outcome.value, attempt)));
      end = this.#account.troubleAt(this.#deps.now());
      if (this.#deps.now() - flushed < FLUSH_AFTER) continue;
      const stuck = await this.#commit(changes);
      changes = [];
      flushed = this.#deps.now();
      end ??= stuck;
    }
    return (await this.#commit(changes)) ?? end;
  }

  /** Frozen when it was committed: what is handed over is read again, and is what the preview showed. */
  async #handOver(row: MessageRow): Promise<Result<DeliveryOutcome, HostErrorCode> | null> {
    const stored = await this.#deps.message(row.id);
    if (stored === null) return null;
    const { again } = foldDeliveries(stored.fields.queuedAt, stored.events);
    return await this.#deps.host.call('mail.deliver', { id: row.id, message: stored.fields, again });
  }

  #mustStop(): boolean {
    return this.#stopped || this.#deps.preferences.current().workOffline;
  }

  #outcome(outcome: DeliveryOutcome, attempt: number): EventParts {
    const deps = this.#deps;
    return outcomeEvent(outcome, { id: deps.newId(), at: deps.now(), attempt, random: deps.random() });
  }

  #backToDue(attempt: number, reason: string | null = INTERRUPTED): EventParts {
    return { state: 'due', reason, attempt: attempt - 1 };
  }

  #change({ id, personId }: MessageRow, parts: EventParts): Change {
    const event = deliveryEvent({ id: this.#deps.newId(), at: this.#deps.now(), by: null, ...parts });
    return { kind: 'event', table: 'message', id, dossier: personId, event };
  }

  async #commit(changes: PlannedChanges): Promise<OutboxStatus | null> {
    const done = await this.#deps.commit({ action: 'deliver', changes, by: null });
    if (done.ok || done.code === 'commit/empty') return null;
    if (done.code !== 'commit/settled') return { kind: 'stuck', code: done.code };
    this.#poked = true; // what was committed before stands now: look at it, and decide anew
    return { kind: 'sending' };
  }

  /** The window hides instead of closing while something waits. */
  async #tellWaiting(): Promise<void> {
    const messages = this.#mine().filter(({ state }) => isWaiting(state)).length;
    if (messages === this.#waiting) return;
    const told = await this.#deps.host.call('app.set-waiting', { messages });
    if (told.ok) this.#waiting = messages;
  }
}

type EventParts = Pick<MessageEvent, 'state' | 'attempt'> & Partial<MessageEvent>;

const INTERRUPTED: DeliveryReason = 'mail/interrupted';
