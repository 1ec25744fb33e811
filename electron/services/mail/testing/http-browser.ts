import type { OAuthFetch } from '../oauth/authorisation-server.js';

/** Where a visit ended. */
export interface Visit {
  readonly address: string;
  readonly status: number;
  readonly page: string;
}

/** A browser without a screen: follows redirects and keeps cookies. */
export class HttpBrowser {
  readonly #fetch: OAuthFetch;
  readonly #cookies = new Map<string, string>();

  constructor(fetch: OAuthFetch) {
    this.#fetch = fetch;
  }

  /** Ends at the first page that is no redirect, or before the first address that `until` says yes to. */
  async visit(start: string, until: (address: string) => boolean = () => false): Promise<Visit> {
    for (let address = start; ;) {
      if (until(address)) return { address, status: 0, page: '' };
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const ask = address.startsWith('https:') ? this.#fetch : fetch;
      const answer = await ask(address, { headers: cookie === '' ? {} : { cookie }, redirect: 'manual' });
      this.#keep(answer.headers.getSetCookie());
      const next = answer.headers.get('location');
      if (next === null) return { address, status: answer.status, page: await answer.text() };
      address = new URL(next, address).href;
    }
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), value);
    }
  }
}
