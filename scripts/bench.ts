import { createServer } from 'vite';
import type { runBench } from '../bench/run.js';

const PARTS = ['sync', 'pages'] as const;

const words = process.argv.slice(2);
const sizes = words.map(Number).filter(Number.isInteger);
/** `npm run bench -- sync 10000` measures the sync alone, `-- pages` the pages. */
const part = PARTS.find((one) => words.includes(one)) ?? 'everything';

// Loaded through Vite because the services import shipped resources as text, as their builds do.
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true },
  appType: 'custom',
});
const bench = (await vite.ssrLoadModule('/bench/run.ts')) as { runBench: typeof runBench };
process.stdout.write('Times are of this machine, at this moment: compare the ratios, never the milliseconds.\n');
await bench.runBench(part, sizes.length > 0 ? sizes : [10_000, 100_000], (line) => {
  process.stdout.write(`${line}\n`);
});
await vite.close();
