import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Json } from '../../shared/lib/json.js';
import { success, type Result } from '../../shared/lib/result.js';
import type { HostClient } from './host-client.js';
import { Observable } from './observable.js';

const LONGEST_WAIT_MS = 300;

/** What is being typed, kept by the host at the latest 300 ms after a key, offered again after a restart. */
export class Drafts {
  readonly #host: HostClient;
  readonly #waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly draft: Json }>();
  /** `saved` while the host holds everything typed; a form says so only then. */
  readonly state = new Observable<'saved' | 'saving' | HostErrorCode>('saved');

  constructor(host: HostClient) {
    this.#host = host;
  }

  async list(): Promise<Result<readonly { readonly key: string; readonly savedAt: number }[], HostErrorCode>> {
    const answer = await this.#host.call('draft.list', null);
    return answer.ok ? success(answer.value.drafts) : answer;
  }

  async read(key: string): Promise<Result<Json | null, HostErrorCode>> {
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) return success(waiting.draft);
    const answer = await this.#host.call('draft.read', { key });
    return answer.ok ? success(answer.value.draft) : answer;
  }

  write(key: string, draft: Json): void {
    // Counted from the first key that is not kept yet: whoever types without a pause is kept as well.
    const timer = this.#waiting.get(key)?.timer ?? setTimeout(() => void this.#flush(key), LONGEST_WAIT_MS);
    this.#waiting.set(key, { timer, draft });
    this.state.set('saving');
  }

  /** After its content was committed, or the person threw it away. */
  async clear(key: string): Promise<void> {
    this.#forget(key);
    if (this.#waiting.size === 0) this.state.set('saved'); // nothing typed is left that the host does not hold
    await this.#host.call('draft.clear', { key });
  }

  /** Writes what still waits, now: the window is going. */
  async flush(): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map((key) => this.#flush(key)));
  }

  #forget(key: string): void {
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) clearTimeout(waiting.timer);
    this.#waiting.delete(key);
  }

  async #flush(key: string): Promise<void> {
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) return;
    this.#forget(key);
    const answer = await this.#host.call('draft.write', { key, draft: waiting.draft });
    if (!answer.ok) this.state.set(answer.code);
    else if (this.#waiting.size === 0) this.state.set('saved');
  }
}
