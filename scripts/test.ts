import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.js';
import { check } from './check.js';
import { isBuilt } from './is-built.js';
import { programOf, ROOT, runNode } from './program.js';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}
interface PlaywrightReport {
  readonly stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
  readonly errors: readonly unknown[];
}

const REPORTS = path.join(ROOT, 'test-results');

// `npm test`: everything. The checks and the tests that need no build of their own share the cores: each alone leaves one idle
// for a while. All of it runs even when a part fails, except what needs the build. A test that was skipped counts as failed.
const built = await step('build', async () => ({ passed: 0, failed: isBuilt() || (await build()) ? 0 : 1 }));
const rest = await Promise.all([
  step('check', async () => ({ passed: 0, failed: (await check()) ? 0 : 1 })),
  ...(built.failed > 0 ? [] : [step('unit, property and host tests', vitest)]),
]);
const clicked = built.failed > 0 ? [] : [await step('end to end', endToEnd)];
const all = [built, ...rest, ...clicked];
const passed = all.reduce((sum, tally) => sum + tally.passed, 0);
const failed = all.reduce((sum, tally) => sum + tally.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function step(name: string, work: () => Promise<Tally>): Promise<Tally> {
  process.stdout.write(`\n— ${name}\n`);
  return await work();
}

async function vitest(): Promise<Tally> {
  const report = freshReport('unit.json');
  const { code } = await runNode(
    programOf('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { shown: true },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const read = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const failed = read.numFailedTests + read.numPendingTests + read.numTodoTests;
  // A file that cannot be loaded, or an error outside of any test, fails no test.
  return { passed: read.numPassedTests, failed: failed === 0 && (code !== 0 || !read.success) ? 1 : failed };
}

async function endToEnd(): Promise<Tally> {
  const report = freshReport('e2e.json');
  const { code } = await runNode(programOf('@playwright/test', 'playwright'), ['test'], { shown: true });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** A report that is left from another run must not be read as this one's. */
function freshReport(name: string): string {
  const file = path.join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}
