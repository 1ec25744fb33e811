import { randomBytes } from 'node:crypto';

const MAX_PAGES = 20;

/** A mail as HTML, a contract as PDF, or a calendar entry (RFC 5545) to be saved. */
export type PreviewPage = string | Uint8Array | { readonly calendar: string };

/** What is shown under a policy of its own; in memory only, the oldest forgotten first. */
export class PreviewPages {
  readonly #pages = new Map<string, PreviewPage>();

  /** Answers the id under which the page can be had. */
  put(page: PreviewPage): string {
    const id = randomBytes(16).toString('hex');
    this.#pages.set(id, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MAX_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    return id;
  }

  get(id: string): PreviewPage | undefined {
    return this.#pages.get(id);
  }
}
