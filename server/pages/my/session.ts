import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import { DAY, MINUTE, SECOND } from '../../../shared/lib/time.js';
import type { Service } from '../../http/service.js';
import {
  beginSession,
  endSession,
  findSession,
  type CandidateLogin,
  type CheckedPassword,
} from '../../store/candidate-logins.js';

/** From the log-in on: looking writes nothing, so that nobody knows when somebody looked last. */
const LASTS = 30 * MINUTE;
/** RFC 6265bis 4.1.3.2: by its name no other host may set it, and it is sent over HTTPS alone (and to the loopback interface). */
const COOKIE = '__Host-fairdesk-my';
/** The cookie outlives its session: it opens nothing then, and says to whose page to log in again, and whose form comes late. */
const KEPT = DAY;

/** What a browser says of the session that it has, or had. */
interface Ticket {
  readonly organisation: string;
  /** 256 random bits, as base64url. */
  readonly token: string;
}

/** Somebody who has logged in. */
export interface Session {
  readonly login: CandidateLogin;
  /** 256 random bits, as base64url. */
  readonly token: string;
}

/** Whose session the request belongs to; null without one that goes on. It only reads. */
export async function sessionOf(request: FastifyRequest, { database, now }: Service): Promise<Session | null> {
  const token = ticketOf(request)?.token;
  const login = token === undefined ? null : await findSession(database, hashOf(token), now());
  return token === undefined || login === null ? null : { login, token };
}

/** Where whoever has no session goes on: to log in at the page that they had, or to be told where. */
export function logInPath(request: FastifyRequest): string {
  return `/my/${ticketOf(request)?.organisation ?? 'log-in'}`;
}

/** Begins a session, and gives the browser its cookie. Null: another password took the place of the checked one meanwhile. */
export async function logIn<Login extends CheckedPassword>(
  reply: FastifyReply,
  login: Login,
  { database, now }: Service,
): Promise<{ readonly login: Login; readonly token: string } | null> {
  const token = randomBytes(32).toString('base64url');
  const at = now();
  const isBegun = await beginSession(database, login, { tokenHash: hashOf(token), now: at, expiresAt: at + LASTS });
  if (!isBegun) return null;
  setCookie(reply, `${token}.${login.organisation}`, KEPT);
  return { login, token };
}

export async function logOut(reply: FastifyReply, { token }: Session, { database }: Service): Promise<void> {
  await endSession(database, hashOf(token));
  leave(reply);
}

/** Takes the cookie away, and writes nothing: of whoever only looks nothing is noted. */
export function leave(reply: FastifyReply): void {
  setCookie(reply, '', 0);
}

function setCookie(reply: FastifyReply, value: string, lasts: number): void {
  const seconds = (lasts / SECOND).toString();
  void reply.header('set-cookie', `${COOKIE}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`);
}

export function ticketOf({ headers: { cookie = '' } }: FastifyRequest): Ticket | null {
  for (const pair of cookie.split(';')) {
    const [name, value = ''] = pair.trim().split('=');
    const [, token, organisation] = /^([\w-]{43})\.([\da-f-]{36})$/.exec(value) ?? [];
    if (name === COOKIE && token !== undefined && organisation !== undefined) return { organisation, token };
  }
  return null;
}

function hashOf(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
