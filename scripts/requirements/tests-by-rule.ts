import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A test as its author wrote it down. */
export interface NamedTest {
  /** From the project's root, with `/`. */
  readonly file: string;
  readonly name: string;
}

const FOLDERS = ['shared', 'electron', 'renderer', 'scripts', 'e2e'];
const RULE = /\b[RC]\d+\b/g;

/** Every test whose name bears a rule's number, by that number, in the order of the files. */
export function testsByRule(root: string): ReadonlyMap<string, readonly NamedTest[]> {
  const found = new Map<string, NamedTest[]>();
  for (const file of FOLDERS.flatMap((folder) => testFiles(root, folder)))
    for (const name of testNames(readFileSync(path.join(root, file), 'utf8')))
      for (const rule of new Set(name.match(RULE))) {
        const tests = found.get(rule) ?? [];
        if (!tests.some((known) => known.file === file && known.name === name)) tests.push({ file, name });
        found.set(rule, tests);
      }
  return found;
}

function testFiles(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|e2e)\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}

/** As they are written: a comment or a value with a number in it proves nothing. */
export function testNames(code: string): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && declaresTest(node.expression)) {
      const [name] = node.arguments;
      if (name !== undefined && (ts.isStringLiteralLike(name) || ts.isTemplateExpression(name)))
        names.push(name.getText().slice(1, -1).replaceAll("\\'", "'"));
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
