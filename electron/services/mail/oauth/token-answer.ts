import type { TokenEndpointResponse } from 'oauth4webapi';
import { z } from 'zod';
import type { Tokens } from '../account-store.js';

/** Where a server does not say how long its token holds (RFC 6749 5.1 only recommends it). */
const USUAL_SECONDS = 3600;
/** A token is renewed this long before it ends, or in the last fifth of a short life. */
const MARGIN = 5 * 60_000;

const Claims = z.object({ iss: z.string() });

/** What of the tokens changes with each answer of a token endpoint. */
export function renewedTokens(
  answer: TokenEndpointResponse,
  now: number,
): Pick<Tokens, 'accessToken' | 'obtainedAt' | 'expiresAt'> {
  const seconds = answer.expires_in ?? USUAL_SECONDS;
  return { accessToken: answer.access_token, obtainedAt: now, expiresAt: now + Math.round(seconds * 1000) };
}

/** Whether the access token holds for long enough. One from the future was given before the clock was put right. */
export function isFresh({ accessToken, obtainedAt, expiresAt }: Tokens, now: number): boolean {
  const margin = Math.min(MARGIN, (expiresAt - obtainedAt) / 5);
  return accessToken !== '' && obtainedAt <= now && now < expiresAt - margin;
}

/** The issuer that an answer's ID token names, not yet checked; null without one. */
export async function issuerNamedIn(answer: Response): Promise<string | null> {
  if (answer.status !== 200) return null;
  const body = z.object({ id_token: z.string().optional() }).safeParse(await answer.clone().json());
  const payload = body.data?.id_token?.split('.')[1];
  if (payload === undefined) return null;
  return Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())).iss;
}
