import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './program.js';
import { requirementsPage } from './requirements/page.js';
import { CHAPTERS } from './requirements/rules.js';
import { testNames, testsByRule } from './requirements/tests-by-rule.js';

/** How many rules there are of each letter. */
const LAST = { R: 104, C: 36 } as const;
const everyRule = Object.entries(LAST).flatMap(([letter, last]) =>
  Array.from({ length: last }, (_, place) => `${letter}${(place + 1).toString()}`),
);
const tests = testsByRule(ROOT);
const inOrder = (one: string, other: string): number => everyRule.indexOf(one) - everyRule.indexOf(other);

describe('docs/requirements.md', () => {
  it('says every rule once, in order', () => {
    expect(CHAPTERS.flatMap(({ rules }) => Object.keys(rules))).toEqual(everyRule);
  });

  it('has a test for every rule, and none for a rule that there is not', () => {
    expect([...tests.keys()].toSorted(inOrder)).toEqual(everyRule);
  });

  it('is what `npm run requirements` makes of the names of the tests', async () => {
    const page = readFileSync(path.join(ROOT, 'docs', 'requirements.md'), 'utf8');
    expect(page).toBe(await requirementsPage(tests));
  });

  it('reads names of tests, and nothing else', () => {
    const code =
      "// R901\nconst a = 'R902';\nit('R903', () => { f('R904'); });\ntest.describe(`R905 ${a}`, g);\nit.each(['R906'])('R907', g);";
    expect(testNames(code)).toEqual(['R903', 'R905 ${a}', 'R907']);
  });
});
