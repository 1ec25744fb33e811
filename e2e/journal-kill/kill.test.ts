import { expect, it } from 'vitest';
import { runKillCycles } from './kill-cycles.js';

it('killed 25 times at random moments, loses nothing that it called saved and shows nothing torn', async () => {
  const run = await runKillCycles(25, Date.now());
  expect(run.saved).toBeGreaterThan(100);
  expect(run.killedWhileOpening).toBeGreaterThan(0);
}, 300_000);
