import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import { MINUTE, SECOND } from '../../../shared/lib/time.js';
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

/** Somebody who has logged in. */
export interface Session {
  readonly login: CandidateLogin;
  /** 256 random bits, as base64url. */
  readonly token: string;
}

/** Whose session the request belongs to; null without one that goes on. It only reads. */
export async function sessionOf(request: FastifyRequest, { database, now }: Service): Promise<Session | null> {
  const token = readCookie(request.headers.cookie);
  const login = token === null ? null : await findSession(database, hashOf(token), now());
  return token === null || login === null ? null : { login, token };
}

/** Begins a session, and gives the browser its cookie. False: another password took the place of the checked one meanwhile. */
export async function logIn(reply: FastifyReply, login: CheckedPassword, { database, now }: Service): Promise<boolean> {
  const token = randomBytes(32).toString('base64url');
  const at = now();
  const isBegun = await beginSession(database, login, { tokenHash: hashOf(token), now: at, expiresAt: at + LASTS });
  if (isBegun) setCookie(reply, token, LASTS);
  return isBegun;
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

function readCookie(header: string | undefined): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=');
    if (name === COOKIE && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

function hashOf(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
