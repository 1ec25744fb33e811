import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from './program.js';

const PAGE = readFileSync(path.join(ROOT, 'docs', 'requirements.md'), 'utf8');
/** How many rules there are of each letter. */
const LAST: Readonly<Record<string, number>> = { R: 104, C: 36 };
const FOLDERS = ['shared', 'electron', 'renderer', 'scripts', 'e2e'];
const NUMBER = /\b[RC]\d+\b/g;

const everyRule = Object.entries(LAST).flatMap(([letter, last]) => between(letter, 1, last));
const carried = rulesInTestNames();

/** The numbers that a section of the page begins its lines with, `R9–R12` being four of them. */
function listed(section: string): readonly string[] {
  const text = PAGE.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return [...text.matchAll(/^- ([RC])(\d+)(?:–[RC](\d+))?: \S/gm)].flatMap(([, letter = '', first, last]) =>
    between(letter, Number(first), Number(last ?? first)),
  );
}

function between(letter: string, first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, place) => `${letter}${(first + place).toString()}`);
}

function rulesInTestNames(): ReadonlySet<string> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(test|e2e)\.tsx?$/.test(name))
      .map((name) => path.join(ROOT, folder, name)),
  );
  return new Set(
    files.flatMap((file) => testNames(readFileSync(file, 'utf8'))).flatMap((name) => name.match(NUMBER) ?? []),
  );
}

/** As they are written: a comment or a value with a number in it proves nothing. */
function testNames(code: string): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && declaresTest(node.expression)) {
      const [name] = node.arguments;
      if (name !== undefined && (ts.isStringLiteralLike(name) || ts.isTemplateExpression(name)))
        names.push(name.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('test.tsx', code, ts.ScriptTarget.Latest, true));
  return names;
}

/** `it`, `test`, `describe`, and what hangs on them: `it.each(…)`, `test.describe`. */
function declaresTest(called: ts.Expression): boolean {
  if (ts.isIdentifier(called)) return ['it', 'test', 'describe'].includes(called.text);
  return (ts.isPropertyAccessExpression(called) || ts.isCallExpression(called)) && declaresTest(called.expression);
}

describe('docs/requirements.md', () => {
  it('lists as not built exactly the rules that no test is named after', () => {
    const notBuilt = listed('Not built yet');
    expect(notBuilt).toEqual([...new Set(notBuilt)]);
    expect(new Set(notBuilt)).toEqual(new Set(everyRule.filter((rule) => !carried.has(rule))));
  });

  it('lists as built in part only rules that a test is named after', () => {
    const inPart = listed('Built in part');
    expect(inPart.length).toBeGreaterThan(0);
    expect(inPart).toEqual([...new Set(inPart)]);
    expect(inPart.filter((rule) => !carried.has(rule))).toEqual([]);
  });

  it('has a line for each number in it, and no number that is no rule', () => {
    const lines = PAGE.split('\n').filter((line) => line.startsWith('- '));
    expect(lines.filter((line) => !/^- ([RC])\d+(–\1\d+)?: \S/.test(line))).toEqual([]);
    expect([...carried].filter((rule) => !everyRule.includes(rule))).toEqual([]);
  });

  it('reads names of tests, and nothing else', () => {
    const code =
      "// R901\nconst a = 'R902';\nit('R903', () => { f('R904'); });\ntest.describe(`R905 ${a}`, g);\nit.each(['R906'])('R907', g);";
    expect(testNames(code).flatMap((name) => name.match(NUMBER) ?? [])).toEqual(['R903', 'R905', 'R907']);
  });
});
