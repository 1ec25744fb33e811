import { HOUR, MINUTE } from '../lib/time.js';

const WAITS = [1, 5, 15, 30, 60].map((minutes) => minutes * MINUTE);
const LONGEST_WAIT = 2 * HOUR;
/** So many attempts take about 48 hours of trying. Time without a network is none of them. */
export const MAX_ATTEMPTS = 29;
/** The account is tried more often: at a fair the network comes back without the laptop noticing. */
const LONGEST_ACCOUNT_WAIT = 15 * MINUTE;
/** Part by which a wait is made longer or shorter, so that not every laptop of a hall comes back in the same second. */
const JITTER = 0.2;

/**
 * Milliseconds to wait before a message is tried again (security.md 5).
 *
 * @param attempt attempts made so far, from 1
 * @param random from 0 to 1
 */
export function waitForMessage(attempt: number, random: number): number {
  return jittered(WAITS[attempt - 1] ?? LONGEST_WAIT, random);
}

/** The same for the account: server unreachable, busy or not secure. */
export function waitForAccount(failures: number, random: number): number {
  return jittered(Math.min(WAITS[failures - 1] ?? LONGEST_ACCOUNT_WAIT, LONGEST_ACCOUNT_WAIT), random);
}

function jittered(wait: number, random: number): number {
  return Math.round(wait * (1 - JITTER + 2 * JITTER * random));
}
