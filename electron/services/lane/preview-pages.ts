import { randomBytes } from 'node:crypto';

const MAX_PAGES = 20;

/** HTML that is shown under a policy of its own; in memory only, the oldest forgotten first. */
export class PreviewPages {
  readonly #pages = new Map<string, string>();

  /** Answers the id under which the page can be had. */
  put(html: string): string {
    const id = randomBytes(16).toString('hex');
    this.#pages.set(id, html);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MAX_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    return id;
  }

  get(id: string): string | undefined {
    return this.#pages.get(id);
  }
}
