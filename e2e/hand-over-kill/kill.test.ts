import { expect, it } from 'vitest';
import { KILL_POINTS, runHandOverKills } from './hand-over-kills.js';

/** More in `npm run prove`. */
const ROUNDS = Number(process.env['FAIRDESK_HAND_OVER_KILLS'] ?? '1');

it(`C27 R79 a server killed at ${KILL_POINTS.length} points, ${ROUNDS} times each: every reminder left once, or is shown as uncertain`, async ({
  skip,
}) => {
  const ends = await runHandOverKills(ROUNDS);
  if (ends === null) return skip('there is no PostgreSQL here');
  process.stdout.write(`${JSON.stringify({ proof: 'hand-over', rounds: ROUNDS, ends: Object.fromEntries(ends) })}\n`);
  expect(['sent 1', 'uncertain 0', 'uncertain 1']).toEqual(expect.arrayContaining([...ends.keys()]));
  expect(ends.get('sent 1')).toBeGreaterThan(0);
}, 14_400_000);
