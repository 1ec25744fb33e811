import { needsServer } from '../../shared/domain/needs-server.js';
import { dueFrom } from '../../shared/domain/message-state.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { SyncStanding } from '../../shared/host/sync-standing.js';
import type { Result } from '../../shared/lib/result.js';
import { MINUTE } from '../../shared/lib/time.js';
import type { MessageId } from '../../shared/records/primitives.js';
import type { MessageRow } from '../data/roster/rows.js';
import { handOver, keepWhatWasRefused, type Taking } from './hand-over.js';
import type { OutboxDeps } from './outbox-deps.js';

/** Whoever heard nothing for longer hands nothing over: nobody would send it until the server hears of it. */
const IN_TOUCH = 5 * MINUTE;

type Deps = Omit<OutboxDeps, 'random' | 'report'>;

const REVOKED: HostErrorCode = 'sync/revoked';

/** What a pass of the outbox knows of the server, and what it leaves to it. */
export class ServerSide {
  readonly #deps: Deps;
  readonly #mine: () => readonly MessageRow[];
  /** Where the pages are that links in mails lead to, an origin; null while there is no server. */
  #pages: string | null = null;
  #sends: Taking | null = null;
  #answered: ReadonlySet<MessageId> = new Set();
  #inTouch = false;
  #standing: SyncStanding = null;

  /** @param mine messages that this laptop is to send */
  constructor(deps: Deps, mine: () => readonly MessageRow[]) {
    this.#deps = deps;
    this.#mine = mine;
  }

  get pages(): string | null {
    return this.#pages;
  }

  /** Asked before a pass decides anything, of the messages that stand now. */
  async ask(): Promise<void> {
    const waiting = this.#mine().filter(({ state }) => state === 'held' || state === 'due' || state === 'deferred');
    const { standing, answered } =
      waiting.length === 0 ? { standing: null, answered: false } : await this.#deps.standing();
    this.#standing = standing;
    this.#pages = standing?.pages ?? standing?.server ?? null;
    const sends = standing?.sends ?? null;
    this.#sends = sends === null ? null : { ...sends, leads: (standing?.pages ?? null) !== null };
    this.#answered = new Set(answered ? waiting.map(({ id }) => id) : []);
    const silence = Math.abs(this.#deps.now() - (standing?.contactAt ?? 0));
    this.#inTouch = answered && standing?.problem === null && silence < IN_TOUCH;
  }

  /** Whether the server has answered everything that was written about it here. What was written since it was asked waits for the next pass. */
  hasAnswered({ id }: Pick<MessageRow, 'id'>): boolean {
    return this.#answered.has(id);
  }

  /**
   * Whether it leaves without an answer of the server: not if its link must be known there (C18), nor if it was another's to send,
   * or stands in the place of one that the server had (docs/adr/0057). Nothing does from a laptop that was revoked: others may have
   * taken it over (docs/adr/0061).
   */
  mayLeave(row: MessageRow): boolean {
    if (this.#standing?.problem?.code === REVOKED) return false;
    if (this.#answered.has(row.id)) return true;
    if (needsServer(row)) return false;
    return this.#standing === null || !(row.reassigned || this.#replaces(row, this.#sends));
  }

  /** What somebody else may send as well, once this laptop has left its server: what would wait for its answer. */
  inDoubt(): readonly MessageRow[] {
    return this.#mine().filter((row) => dueFrom(row) !== null && !needsServer(row) && !this.mayLeave(row));
  }

  /** Leaves to the server what is due later, if it sends such messages, and keeps what it did not take. */
  async handOver(): Promise<Result<unknown> | null> {
    if (this.#sends === null) return null;
    const kept = await keepWhatWasRefused(this.#deps, this.#mine);
    if (kept !== null || !this.#inTouch || this.#deps.preferences.current().workOffline) return kept;
    return await handOver(this.#deps, { sends: this.#sends, mine: this.#mine });
  }

  #replaces(row: MessageRow, sends: Taking | null): boolean {
    if (row.purpose !== 'reminder' || sends === null) return false;
    for (const { deliverBy, interviewId, channel } of this.#deps.roster.current().messages.values()) {
      if (deliverBy === sends.device && interviewId === row.interviewId && channel === row.channel) return true;
    }
    return false;
  }
}
