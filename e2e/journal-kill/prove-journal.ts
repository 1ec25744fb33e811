import { runDamage } from '../../electron/services/testing/damage-runs.js';
import { runKillCycles } from './kill-cycles.js';

/**
 * The long runs, which throw at the first loss: `tsx e2e/journal-kill/prove-journal.ts [kills] [damages] [seed]`.
 * Prints one line of figures each; the seed makes a run again.
 */
const [kills = 2000, damages = 20_000, seed = Date.now()] = process.argv.slice(2).map(Number);
const damage = await runDamage(damages, seed);
process.stdout.write(`${JSON.stringify({ proof: 'damage', seed, ...damage })}\n`);
const began = Date.now();
const killed = await runKillCycles(kills, seed);
const millisecondsPerCycle = Math.round((Date.now() - began) / kills);
process.stdout.write(`${JSON.stringify({ proof: 'kill', seed, ...killed, millisecondsPerCycle })}\n`);
