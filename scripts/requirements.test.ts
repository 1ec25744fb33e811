import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './program.js';
import { requirementsPage } from './requirements/page.js';
import { BUILT_IN_PART, CHAPTERS, type Missing, NOT_BUILT } from './requirements/rules.js';
import { testNames, testsByRule } from './requirements/tests-by-rule.js';

/** How many rules there are of each letter. */
const LAST = { R: 104, C: 36 } as const;
const everyRule = Object.entries(LAST).flatMap(([letter, last]) =>
  Array.from({ length: last }, (_, place) => `${letter}${(place + 1).toString()}`),
);
const tests = testsByRule(ROOT);

function inOrder(missing: readonly Missing[]): readonly string[] {
  const rules = missing.flatMap((group) => group.rules);
  return rules.toSorted((one, other) => everyRule.indexOf(one) - everyRule.indexOf(other));
}

describe('docs/requirements.md', () => {
  it('says every rule once, in order', () => {
    expect(CHAPTERS.flatMap(({ rules }) => Object.keys(rules))).toEqual(everyRule);
  });

  it('says what is missing exactly where no test is named after the rule', () => {
    expect(inOrder(NOT_BUILT)).toEqual(everyRule.filter((rule) => !tests.has(rule)));
  });

  it('says of rules with a test only what is missing, and knows no rule that is none', () => {
    expect(inOrder(BUILT_IN_PART).filter((rule) => !tests.has(rule))).toEqual([]);
    expect([...tests.keys()].filter((rule) => !everyRule.includes(rule))).toEqual([]);
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
