import { createHmac, timingSafeEqual } from 'node:crypto';
import { DAY } from '../../shared/lib/time.js';

/** How long a form may stay open. */
const LASTS = DAY;

/** What a form is for: of which organisation, behind which link, and which of its forms. */
export interface FormPlace {
  /** The organisation's secret. */
  readonly secret: Uint8Array;
  readonly token: string;
  /** Path below the link. */
  readonly path: string;
}

/** Made with a form and sent back with it: any node can check it, and nothing is stored. @param now UTC milliseconds */
export function writeNonce(place: FormPlace, now: number): string {
  const made = now.toString(36);
  return `${made}.${signed(place, made).toString('base64url')}`;
}

/** Whether the form was made here for this place, and not too long ago. */
export function isNonce(place: FormPlace, nonce: string, now: number): boolean {
  const [made = '', signature = ''] = nonce.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = signed(place, made);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const age = now - Number.parseInt(made, 36);
  return age >= 0 && age <= LASTS;
}

/** A line feed stands in no token, no path and no cursor: nothing else that the secret signs reads like this. */
function signed({ secret, token, path }: FormPlace, made: string): Buffer {
  return createHmac('sha256', secret).update(`form\n${token}\n${path}\n${made}`).digest();
}
