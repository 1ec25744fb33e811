import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is not served. */
export type Refusal = 'wrong-host' | 'foreign-origin' | 'no-cookie';

/**
 * Who may come in. The printed token opens as often as it is asked within this run, because it stays on the person's own
 * terminal. A ticket goes to the browser on its command line, which other accounts of the machine can read: it opens once.
 */
export interface Access {
  readonly token: string;
  newTicket(): string;
  /** Whether the address's token is one of ours; a ticket is used up by it. */
  admits(token: string): boolean;
  /** Value for `Set-Cookie`. */
  readonly cookie: string;
  /** Null when the request may be served. */
  refusalOf(method: string, headers: IncomingHttpHeaders): Refusal | null;
}

export function createAccess(port: number): Access {
  const token = secret();
  const session = secret();
  const tickets = new Set<string>();
  // Cookies do not tell ports apart; the name at least keeps two hosts from overwriting each other's.
  const cookieName = `fairdesk-${port}`;
  const host = `127.0.0.1:${port}`;

  return {
    token,
    cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    newTicket() {
      const ticket = secret();
      tickets.add(ticket);
      return ticket;
    },
    admits(given) {
      return same(given, token) || tickets.delete(given);
    },
    refusalOf(method, headers) {
      const refusal = foreign(method, headers, host);
      if (refusal !== null) return refusal;
      return same(readCookie(headers.cookie ?? '', cookieName), session) ? null : 'no-cookie';
    },
  };
}

/**
 * A page of somebody else's that the browser also shows (cross-site request), or a name that was made to point here (DNS
 * rebinding). Checked for the first page too, which has no cookie yet.
 */
export function foreign(method: string, headers: IncomingHttpHeaders, host: string): Refusal | null {
  if (headers.host !== host) return 'wrong-host';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return 'foreign-origin';
  const changes = method !== 'GET' && method !== 'HEAD';
  if (changes && origin === undefined) return 'foreign-origin';
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || (site === 'none' && !changes) ? null : 'foreign-origin';
}

function readCookie(header: string, name: string): string {
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value ?? '';
  }
  return '';
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in the same time wherever two strings differ. */
function same(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
