import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Failure, type Result } from '../../../shared/lib/result.js';
import type { FileExchange } from './files/file-exchange.js';
import { greet } from './greet.js';
import { letGo } from './let-go.js';
import { OpenRefusals } from './open-refusals.js';
import { pullPage } from './pull-page.js';
import { pushPage } from './push-page.js';
import { Round, type Step, type SyncJournal } from './round.js';
import type { SyncClient } from './sync-client.js';
import type { SyncFiles } from './sync-state.js';

export interface ExchangePorts {
  readonly journal: SyncJournal;
  readonly client: SyncClient;
  readonly files: SyncFiles;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Whether anything may leave this laptop at the moment. */
  readonly mayConnect: () => Promise<boolean>;
  /** Absent where only change sets travel. */
  readonly fileExchange?: Pick<FileExchange, 'hasWork' | 'step' | 'count' | 'dossiersToSend'>;
}

export interface Exchanged {
  /** Change sets that were sent. */
  readonly sent: number;
  /** Of them, refused. */
  readonly refused: number;
  /** Change sets that were written to the journal. */
  readonly received: number;
  /** Whether the next step has something to do at once. */
  readonly more: boolean;
}

const NOTHING: Exchanged = { sent: 0, refused: 0, received: 0, more: true };
/** So often in a row the server may stand elsewhere than it said before. */
const PATIENCE = 5;
/** How often a mere contact is written down, in milliseconds. */
const CONTACT_EVERY = 60_000;

/**
 * The protocol as this laptop follows it, one step a call: hello when that is needed, one page sent, one page taken. It has
 * no timer and no thread; who calls decides when. Between any two instructions it may be killed, and goes on at the next call.
 */
export class Exchange {
  readonly #ports: ExchangePorts;
  readonly #refusals: OpenRefusals;
  #greeted = false;
  #again = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(ports: ExchangePorts) {
    this.#ports = ports;
    this.#refusals = new OpenRefusals(ports.journal);
  }

  /** One step after the other, whoever calls. Throws what the disk throws. */
  async step(): Promise<Result<Exchanged, HostErrorCode>> {
    const mine = this.#running.then(() => this.#step());
    this.#running = mine.catch(() => undefined);
    return await mine;
  }

  /** Waits for what is under way, then does `work` while no step runs. */
  async pause<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.#running.then(work);
    this.#running = mine.catch(() => undefined);
    return await mine;
  }

  /** The next step says hello first: it is another server, or none. */
  beginAnew(): void {
    this.#greeted = false;
  }

  async #step(): Promise<Result<Exchanged, HostErrorCode>> {
    const state = await this.#ports.files.state.read();
    if (state === null) return failure('sync/not-joined');
    if (!(await this.#ports.mayConnect())) return failure('sync/offline');
    const round = new Round(this.#ports, { file: this.#ports.files.state, state });
    const answer = await this.#exchange(round);
    return answer.ok ? await this.#succeed(round, answer.value) : await this.#fail(round, answer);
  }

  async #exchange(round: Round): Promise<Step<Exchanged & { readonly blocked: HostErrorCode | null }>> {
    const greeted = this.#greeted ? success(null) : await greet(round);
    if (!greeted.ok) return greeted;
    this.#greeted = greeted.value === null;
    const pushed = greeted.value === null && !round.state.brings ? await pushPage(round) : null;
    if (pushed?.ok === false) return pushed;
    const { sent = 0, refused = 0, more = false } = pushed?.value ?? {};
    const blocked = greeted.value ?? pushed?.value.blocked ?? null;
    if (blocked !== null) this.#greeted = false; // it is asked each time whether that has changed
    const isLoading = round.state.cursor === null;
    // What the server has not got yet would be missing from what it gives: all records are loaded after everything is sent.
    if (isLoading && more) return success({ sent, refused, received: 0, more, blocked });
    const pulled = await pullPage(round);
    if (!pulled.ok) return pulled;
    const { received, isBehind } = pulled.value;
    const goesOn = more || pulled.value.more || (isBehind && blocked === null);
    const files =
      goesOn || blocked !== null || round.state.brings
        ? success(false)
        : await this.#moveFiles(round, sent + received > 0);
    if (!files.ok) return files;
    const gone = goesOn ? success({ forgotten: 0, more: true }) : await this.#letGo(round);
    if (!gone.ok) return gone;
    const isMore = files.value || gone.value.more;
    return success({ sent, refused, received: received + gone.value.forgotten, more: isMore, blocked });
  }

  /** Files come after everything that names them. In a step that moved change sets they wait: the page takes those in first. */
  async #moveFiles(round: Round, mustWait: boolean): Promise<Step<boolean>> {
    const { fileExchange } = this.#ports;
    if (fileExchange === undefined) return success(false);
    if (mustWait) return success(await fileExchange.hasWork(round.state.epoch));
    return await fileExchange.step(round, await round.sentTo());
  }

  async #letGo(round: Round): ReturnType<typeof letGo> {
    const { fileExchange } = this.#ports;
    return await letGo(round, { refusals: this.#refusals, ...(fileExchange && { files: fileExchange }) });
  }

  async #succeed(
    round: Round,
    { blocked, ...exchanged }: Exchanged & { readonly blocked: HostErrorCode | null },
  ): Promise<Result<Exchanged, HostErrorCode>> {
    this.#again = 0;
    const at = this.#ports.now();
    const { problem, contactAt } = round.state;
    await this.#keepSkew(round);
    if (problem?.code !== blocked && !(problem === null && blocked === null)) {
      await round.change({ problem: blocked === null ? null : { code: blocked, at } });
    }
    const isOld = contactAt === null || at - contactAt > CONTACT_EVERY || at < contactAt;
    if (isOld || exchanged.sent + exchanged.received > 0) await round.change({ contactAt: at });
    return success(exchanged);
  }

  async #fail(round: Round, failed: Failure<HostErrorCode | 'again'>): Promise<Result<Exchanged, HostErrorCode>> {
    this.#greeted = false;
    await this.#keepSkew(round);
    this.#again = failed.code === 'again' ? this.#again + 1 : 0;
    if (failed.code === 'again' && this.#again <= PATIENCE) return success(NOTHING);
    const code = failed.code === 'again' ? 'sync/server-fault' : failed.code;
    const known = round.state.problem?.code;
    // A server that is away makes nothing good again: this laptop is still shut out, and sends nothing.
    if (known !== code && known !== 'sync/revoked') await round.change({ problem: { code, at: this.#ports.now() } });
    return failure(code, failed.detail);
  }

  async #keepSkew(round: Round): Promise<void> {
    const { skew } = this.#ports.client;
    if (skew !== null && Math.abs(skew - round.state.skew) > 1000) await round.change({ skew });
  }
}
