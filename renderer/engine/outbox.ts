import type { Change } from '../../shared/changes/change-set.js';
import { backToDue, outcomeEvent, type EventParts } from '../../shared/delivery/outcome-event.js';
import { deliveryEvent, stateAt } from '../../shared/domain/message-state.js';
import { NEEDS_SERVER, needsServer } from '../../shared/domain/needs-server.js';
import type { DeliveryOutcome } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Result } from '../../shared/lib/result.js';
import { SECOND } from '../../shared/lib/time.js';
import { MESSAGE_CHANNELS, type MessageChannel } from '../../shared/records/message.js';
import type { MessageId } from '../../shared/records/primitives.js';
import type { PlannedChanges } from '../data/commit.js';
import { Observable } from '../data/observable.js';
import type { MessageRow } from '../data/roster/rows.js';
import { ArrivalInquiry } from './arrival-inquiry.js';
import { channelLines, oneChannel, type ChannelLine } from './channel-line.js';
import { countWaitingSoon } from './count-waiting-soon.js';
import type { OutboxDeps, OutboxStatus } from './outbox-deps.js';
import { heldForServer, ledToServer } from './held-for-server.js';
import { refusalOf } from './refusal-of.js';
import { ServerSide } from './server-side.js';
import { stillDue } from './still-due.js';
import { forAll, type Statuses } from './statuses.js';
import { whatKeepsHere } from './what-keeps-here.js';

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
  /** Of email, and of everything that keeps all messages here. */
  readonly status = new Observable<OutboxStatus>({ kind: 'idle' });
  readonly smsStatus = new Observable<OutboxStatus>({ kind: 'idle' });
  readonly #deps: OutboxDeps;
  readonly #lines = channelLines();
  readonly #arrivals: ArrivalInquiry;
  /** Taken in this pass: whatever the roster says of them, not once more. */
  readonly #taken = new Set<MessageId>();
  /** The journal may take another one at any time; what waits under the older ones is sent from here nevertheless. */
  #names: readonly string[] = [];
  readonly #server: ServerSide;
  #timer: ReturnType<typeof setInterval> | null = null;
  #running: Promise<void> | null = null;
  #poked = false;
  #stopped = false;
  #waiting: number | null = null;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
    const mayAsk = async (): Promise<boolean> => (await this.#obstacle()) === null;
    this.#server = new ServerSide(deps, () => this.#mine());
    this.#arrivals = new ArrivalInquiry(deps, { mine: () => this.#mine(), mayAsk });
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
    for (const channel of MESSAGE_CHANNELS) this.#lines[channel].health.recover();
    this.poke();
  }

  /** Lets the message that is being sent come to its end; the others of its batch are due again. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#running;
    await this.#arrivals.end();
  }

  async #run(): Promise<void> {
    while (this.#poked && !this.#stopped) {
      this.#poked = false;
      this.#taken.clear();
      try {
        const names = await this.#deps.names();
        if (names.ok) this.#names = names.value;
        this.#tell(await this.#pass());
        await this.#tellWaiting();
        this.#arrivals.look();
      } catch (error) {
        this.#deps.report(error);
        this.#tell(forAll({ kind: 'stuck', code: 'host/fault' }));
      }
    }
    this.#running = null;
  }

  async #pass(): Promise<Statuses> {
    await this.#server.ask();
    const stuck =
      (await this.#askLedger()) ??
      (await this.#refuseDead()) ??
      (await this.#release()) ??
      (await this.#leaveToServer());
    if (stuck !== null) return forAll(stuck);
    const troubled = new Map<MessageChannel, OutboxStatus>();
    for (;;) {
      const waiting = this.#due().filter((row) => needsServer(row) || this.#server.mayLeave(row));
      const now = this.#deps.now();
      for (const { channel } of waiting) {
        const trouble = this.#lines[channel].health.troubleAt(now);
        if (trouble !== null) troubled.set(channel, trouble);
      }
      const due = oneChannel(waiting.filter(({ channel }) => !troubled.has(channel))).slice(0, BATCH);
      const [first] = due;
      if (first === undefined) return forAll({ kind: 'idle' }, troubled);
      const obstacle = await this.#obstacle(this.#lines[first.channel]);
      if (obstacle?.kind === 'no-network') {
        troubled.set(first.channel, obstacle); // the other channel may need none
        continue;
      }
      if (obstacle !== null) return forAll(obstacle, troubled);
      const failed = await this.#deliver(due);
      if (failed === null) continue;
      if (failed.kind !== 'paused' && failed.kind !== 'backing-off') return forAll(failed);
      for (const { channel } of due) troubled.set(channel, failed);
    }
  }

  #tell({ email, sms }: Statuses): void {
    this.status.set(email);
    this.smsStatus.set(sms);
  }

  /** Messages left in `sending` by a program that ended: the host knows what became of them. */
  async #askLedger(): Promise<OutboxStatus | null> {
    const left = this.#mine().filter(({ state }) => state === 'sending');
    const outcomes: Record<string, DeliveryOutcome> = {};
    for (const channel of MESSAGE_CHANNELS) {
      const messageIds = left.filter((row) => row.channel === channel).map(({ messageId }) => messageId);
      if (messageIds.length === 0) continue;
      const answer = await this.#lines[channel].lookUp(this.#deps.host, messageIds);
      if (!answer.ok) return { kind: 'stuck', code: answer.code };
      Object.assign(outcomes, answer.value.outcomes);
    }
    if (left.length === 0) return null;
    return await this.#commit(
      left.map((row) => {
        const outcome = outcomes[row.messageId];
        const attempt = Math.max(row.attempt, 1);
        return this.#change(row, outcome === undefined ? backToDue(attempt) : this.#outcome(outcome, attempt));
      }),
    );
  }

  /** C27: what no longer helps anybody is refused whether or not anything can leave, so that somebody hears of it in time. */
  async #refuseDead(): Promise<OutboxStatus | null> {
    const reminders = () => this.#due().filter(({ remindsOf }) => remindsOf !== null);
    const dead = (): readonly Change[] => reminders().flatMap((row) => this.#refused(row));
    return dead().length === 0 ? null : await this.#commit(dead);
  }

  /** C18: the server knows their links now; what came while it was asked waits for the next pass. */
  async #release(): Promise<OutboxStatus | null> {
    const held = () => heldForServer(this.#mine(), this.#deps.now()).filter((row) => this.#server.hasAnswered(row));
    if (held().length === 0) return null;
    const due = (row: MessageRow) => this.#change(row, { state: 'due', reason: null, attempt: row.attempt });
    return await this.#commit(() => held().map(due));
  }

  /** What is due later leaves from the server, if it sends such messages; what it did not take leaves from here. */
  async #leaveToServer(): Promise<OutboxStatus | null> {
    const failed = await this.#server.handOver();
    return failed === null || failed.ok ? null : this.#stuck(failed.code);
  }

  #mine(): readonly MessageRow[] {
    const { messages } = this.#deps.roster.current();
    return [...messages.values()].filter(({ deliverBy }) => this.#names.includes(deliverBy));
  }

  #due(): readonly MessageRow[] {
    const now = this.#deps.now();
    return this.#mine()
      .filter((row) => !this.#taken.has(row.id) && stateAt(row, now) === 'due')
      .sort((a, b) => a.holdUntil - b.holdUntil || a.queuedAt - b.queuedAt);
  }

  async #obstacle(line?: ChannelLine): Promise<OutboxStatus | null> {
    return this.#stopped ? { kind: 'idle' } : await whatKeepsHere(this.#deps, line);
  }

  async #deliver(due: readonly MessageRow[]): Promise<OutboxStatus | null> {
    this.#tell(forAll({ kind: 'sending' }));
    for (const { id } of due) this.#taken.add(id);
    let batch: readonly MessageRow[] = [];
    const stuck = await this.#commit(() => {
      const still = stillDue(due, this.#deps);
      const leads = still.filter((row) => needsServer(row) && !this.#server.mayLeave(row));
      const others = still.filter((row) => !leads.includes(row) && this.#server.mayLeave(row));
      batch = others.filter((row) => refusalOf(row, this.#deps) === null);
      return [
        ...batch.map((row) => this.#change(row, { state: 'sending', reason: row.reason, attempt: row.attempt + 1 })),
        // C18: whatever made it due, it does not leave with a dead link.
        ...leads.map((row) => this.#change(row, { state: 'held', reason: NEEDS_SERVER, attempt: row.attempt })),
        ...others.flatMap((row) => this.#refused(row)),
      ];
    });
    return stuck ?? (await this.#sendBatch(batch));
  }

  #refused(row: MessageRow): readonly Change[] {
    const reason = refusalOf(row, this.#deps);
    return reason === null ? [] : [this.#change(row, { state: 'refused', reason, attempt: row.attempt })];
  }

  /** @param batch of one channel */
  async #sendBatch(batch: readonly MessageRow[]): Promise<OutboxStatus | null> {
    let changes: Change[] = [];
    let end: OutboxStatus | null = null;
    let flushed = this.#deps.now();
    for (const row of batch) {
      const attempt = row.attempt + 1;
      // Refused while the others of its batch were being sent: the next pass says so.
      if (end !== null || this.#mustStop() || refusalOf(row, this.#deps) !== null) {
        changes.push(this.#change(row, backToDue(attempt, row.reason)));
        continue;
      }
      const outcome = await this.#handOver(row);
      if (outcome === null) continue; // erased meanwhile
      const { health, noAccount } = this.#lines[row.channel];
      if (!outcome.ok) {
        if (outcome.code === noAccount) {
          health.pause(noAccount);
          changes.push(this.#change(row, backToDue(attempt, noAccount)));
        }
        // Any other failure leaves it in `sending`: the ledger is asked at the next tick.
        end = health.troubleAt(this.#deps.now()) ?? { kind: 'stuck', code: outcome.code };
        continue;
      }
      health.learn(outcome.value, this.#deps.now(), this.#deps.random());
      changes.push(this.#change(row, this.#outcome(outcome.value, attempt)));
      end = health.troubleAt(this.#deps.now());
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
    return await this.#lines[row.channel].handOver(this.#deps.host, ledToServer(stored, this.#server.pages));
  }

  #mustStop(): boolean {
    return this.#stopped || this.#deps.preferences.current().workOffline;
  }

  #outcome(outcome: DeliveryOutcome, attempt: number): EventParts {
    const deps = this.#deps;
    return outcomeEvent(outcome, { id: deps.newId(), at: deps.now(), attempt, random: deps.random() });
  }

  #change({ id, personId }: MessageRow, parts: EventParts): Change {
    const event = deliveryEvent({ id: this.#deps.newId(), at: this.#deps.now(), by: null, ...parts });
    return { kind: 'event', table: 'message', id, dossier: personId, event };
  }

  async #commit(changes: PlannedChanges): Promise<OutboxStatus | null> {
    const done = await this.#deps.commit({ action: 'deliver', changes, by: null });
    return done.ok || done.code === 'commit/empty' ? null : this.#stuck(done.code);
  }

  #stuck(code: string): OutboxStatus {
    if (code !== 'commit/settled') return { kind: 'stuck', code };
    this.#poked = true; // what was committed before stands now: look at it, and decide anew
    return { kind: 'sending' };
  }

  /** The window hides instead of closing while something waits; what has days of time keeps nobody from going home. */
  async #tellWaiting(): Promise<void> {
    const messages = countWaitingSoon(this.#mine(), this.#deps.now());
    if (messages === this.#waiting) return;
    const told = await this.#deps.host.call('app.set-waiting', { messages });
    if (told.ok) this.#waiting = messages;
  }
}
