import { programOf, runNode, startedAs } from './program.js';

interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

const CACHE = 'node_modules/.cache';

/** The slow ones first, so that two of them run side by side. */
function steps(): readonly Step[] {
  return [
    { name: 'types', program: programOf('typescript', 'tsc'), args: ['-b', '--pretty'] },
    {
      name: 'lint (ESLint)',
      program: programOf('eslint'),
      args: ['.', '--max-warnings=0', '--cache', '--cache-strategy=content', `--cache-location=${CACHE}/eslint/`],
    },
    { name: 'lint (oxlint)', program: programOf('oxlint'), args: [] },
    {
      name: 'format',
      program: programOf('prettier'),
      args: ['--check', '--log-level=warn', '--cache', `--cache-location=${CACHE}/prettier/cache`, '.'],
    },
    {
      name: 'layers',
      program: programOf('dependency-cruiser', 'depcruise'),
      args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...CRUISED],
    },
    { name: 'dead code', program: programOf('knip'), args: ['--no-progress'] },
  ];
}

const CRUISED = ['shared', 'electron', 'renderer', 'server', 'scripts', 'e2e', 'bench', '*.config.ts'];
const AT_ONCE = 2;

/** Runs every check, two at a time, prints a line for each and the output of those that found something. */
export async function check(): Promise<boolean> {
  const waiting = [...steps()];
  let clean = true;
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      clean = (await runStep(step)) && clean;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return clean;
}

async function runStep(step: Step): Promise<boolean> {
  const from = performance.now();
  const { code, output } = await runNode(step.program, step.args);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trim()}\n`);
  return code === 0;
}

if (startedAs(import.meta.url)) process.exitCode = (await check()) ? 0 : 1;
