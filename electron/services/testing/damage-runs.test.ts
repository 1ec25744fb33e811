import { expect, it } from 'vitest';
import { runDamage } from './damage-runs.js';

it('a data folder damaged at random gives back everything that was saved, or names it', async () => {
  const run = await runDamage(400, Date.now());
  expect(run.named).toBeGreaterThan(0);
  expect(run.whole).toBeGreaterThan(run.named);
  expect(run.refused).toBeLessThan(run.runs / 5);
  expect(run.cutWithAnchor).toBeLessThan(run.whole / 20);
});
