import { DAY, HOUR, MINUTE, type Instant } from '../lib/time.js';

/** How long after an SMS left it is asked what became of it: phones that are on answer within seconds, others overnight. */
const ASKED_AFTER = [
  MINUTE / 2,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  4 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  3 * DAY,
  5 * DAY,
];
/** No network tries for longer, and no gateway is troubled about older ones. */
const ASKED_UNTIL = 7 * DAY;

/**
 * The one place that decides when a gateway is asked about an SMS that it took: once at each step, and where steps were
 * missed, because the laptop slept or was offline, once for all of them.
 *
 * @param sentAt when the gateway took it
 * @param askedAt when it was asked about it last; null: not yet, or not since the program began
 */
export function isInquiryDue(
  { sentAt, askedAt }: { readonly sentAt: Instant; readonly askedAt: Instant | null },
  now: Instant,
): boolean {
  const age = now - sentAt;
  const step = ASKED_AFTER.findLast((after) => after <= age);
  if (step === undefined || age > ASKED_UNTIL) return false;
  // A clock that was set back says nothing about when it was asked.
  return askedAt === null || askedAt < sentAt + step || askedAt > now;
}
