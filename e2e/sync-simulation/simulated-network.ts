import { failure, success, type Result } from '../../shared/lib/result.js';
import type {
  SyncRequest,
  SyncResponse,
  SyncTransport,
  TransportErrorCode,
} from '../../electron/services/sync/sync-transport.js';
import type { Chance } from './chance.js';
import type { SimulatedServer } from './simulated-server.js';

type Sent = Result<SyncResponse, TransportErrorCode>;

/** Who is on the line. */
export interface Caller {
  readonly isDead: boolean;
  die(): void;
}

/**
 * The way between laptops and server: it loses requests and answers, cuts answers short, brings requests twice or long
 * after their sender gave them up, and while a request is under way others act. Quiet, it brings everything.
 */
export class SimulatedNetwork {
  readonly #server: SimulatedServer;
  readonly #chance: Chance;
  readonly #late: SyncRequest[] = [];
  quiet = true;
  requests = 0;
  /** What happens elsewhere while a request is under way. */
  meanwhile: (caller: Caller) => Promise<void> = () => Promise.resolve();

  constructor(server: SimulatedServer, chance: Chance) {
    this.#server = server;
    this.#chance = chance;
  }

  transportOf(caller: () => Caller): SyncTransport {
    return { send: async (_server, request) => await this.#send(caller(), request) };
  }

  /** Requests that their senders gave up arrive after all, in any order. */
  async deliverLate(): Promise<void> {
    while (this.#late.length > 0) {
      const [request] = this.#late.splice(this.#chance.below(this.#late.length), 1);
      if (request !== undefined) await this.#server.answer(request);
    }
  }

  async #send(caller: Caller, request: SyncRequest): Promise<Sent> {
    this.requests += 1;
    if (this.quiet) return answerOr(await this.#server.answer(request));
    await this.meanwhile(caller);
    const sent = await this.#deliver(request);
    await this.meanwhile(caller);
    if (this.#chance.is(0.02)) caller.die();
    if (caller.isDead) throw new Error('The process is dead');
    return sent;
  }

  async #deliver(request: SyncRequest): Promise<Sent> {
    const chance = this.#chance;
    const fate = chance.next();
    if (fate < 0.04) return failure('sync/unreachable'); // it never arrives
    if (fate < 0.08) {
      this.#late.push(request);
      return failure('sync/too-slow');
    }
    if (fate < 0.1) return answerOr(await this.#server.answer(request, chance.below(12)));
    const answer = await this.#server.answer(request);
    if (fate < 0.14) return failure('sync/unreachable'); // its answer is lost
    if (fate < 0.17) await this.#server.answer(request); // it arrives twice
    if (fate < 0.22 && answer !== null) {
      return success({ ...answer, body: answer.body.subarray(0, chance.below(answer.body.length)) });
    }
    return answerOr(answer);
  }
}

function answerOr(answer: SyncResponse | null): Sent {
  return answer === null ? failure('sync/unreachable') : success(answer);
}
