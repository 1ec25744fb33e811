import { expect, it } from 'vitest';
import { runKillCycles } from './kill-cycles.js';

it('killed 35 times at random moments, loses nothing that it called saved and shows nothing torn', async () => {
  const run = await runKillCycles(35, Date.now());
  expect(run.saved).toBeGreaterThan(100);
  expect(run.killedWhileOpening).toBeGreaterThan(0);
}, 300_000);
