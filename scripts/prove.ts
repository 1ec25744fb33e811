import path from 'node:path';
import { build } from './build.js';
import { programOf, ROOT, runNode } from './program.js';

/** How often the journal's writer is killed, its files are damaged, host and browser are killed together, and the server at each point of sending. */
const RUNS = { kills: 2000, damages: 20_000, desks: 300, handOvers: 20 };

// `npm run prove`: the proofs of `npm test`, long enough for what happens once in a thousand times. Some hours.
if (!(await build())) process.exit(1);
const journal = await runNode(
  programOf('tsx'),
  [path.join(ROOT, 'e2e', 'journal-kill', 'prove-journal.ts'), String(RUNS.kills), String(RUNS.damages)],
  { shown: true },
);
const desks = await runNode(programOf('@playwright/test', 'playwright'), ['test', 'kill', '--timeout=0'], {
  shown: true,
  environment: { FAIRDESK_KILLS: String(RUNS.desks) },
});
const handOvers = await runNode(programOf('vitest'), ['run', '--project', 'node', 'e2e/hand-over-kill'], {
  shown: true,
  environment: { FAIRDESK_HAND_OVER_KILLS: String(RUNS.handOvers) },
});
const proofs = [journal, desks, handOvers];
for (const kind of ['unlucky', 'long']) {
  const worlds = ['run', '--project', 'simulation', 'e2e/sync-simulation/on-'];
  proofs.push(await runNode(programOf('vitest'), worlds, { shown: true, environment: { FAIRDESK_SIMULATION: kind } }));
}
const failed = proofs.filter(({ code }) => code !== 0).length;
process.stdout.write(`\n${proofs.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
