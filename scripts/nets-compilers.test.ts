import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plant, plantedFolder } from './planted-folder.js';
import { programOf, ROOT, runNode } from './program.js';

/** One violation for each way in which types are misused; the comment at the end excuses nothing. */
const MISUSED_TYPES = `/** @deprecated by another */
function old(): number { return 1; }
async function later(): Promise<number> { return Promise.resolve(1); }
class Box { value = 1; get(): number { return this.value; } }
export function all(kind: 'a' | 'b', box: Box, raw: string): void {
  later();
  [1].forEach(later);
  const parsed = JSON.parse(raw);
  parsed.go();
  const get = box.get;
  get();
  old();
  switch (kind) { case 'a': break; }
}
// oxlint-disable-next-line typescript/no-floating-promises
export const one = 1;
`;
const MISUSES = [
  'no-deprecated',
  'no-floating-promises',
  'no-misused-promises',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-member-access',
  'switch-exhaustiveness-check',
  'unbound-method',
  'unused comment',
];

/** What React's compiler would refuse, one component for each rule. */
const MISUSED_REACT = `import { useEffect, useMemo, useRef, useState } from 'react';
let outer = 0;
export function Global() { outer = 1; return <p>{outer}</p>; }
export function Static() { const Inner = () => <p />; return <Inner />; }
export function Changed() { const [one] = useState({ n: 1 }); one.n = 2; return <p>{one.n}</p>; }
export function Hidden() { return <p>{Math.random()}</p>; }
export function Ref() { const ref = useRef(0); ref.current = 1; return <p>{ref.current}</p>; }
export function Effect() { const [s, set] = useState(0); useEffect(() => { set(1); }, []); return <p>{s}</p>; }
export function Render() { const [s, set] = useState(0); set(1); return <p>{s}</p>; }
export function Caught() { try { return <Hidden />; } catch { return null; } }
export function Memo() { const m = useMemo((x = 1) => x, []); return <p>{m}</p>; }
export function Void() { useMemo(() => { outer.toFixed(); }, []); return <p />; }
export function Text({ text }: { text: string }) { const m = eval(text) as string; return <p>{m}</p>; }
`;
const REACT_MISUSES = [
  'error-boundaries',
  'globals',
  'immutability',
  'purity',
  'refs',
  'set-state-in-effect',
  'set-state-in-render',
  'static-components',
  'unsupported-syntax',
  'use-memo',
  'void-use-memo',
];

/** Why none of them is a loss: docs/adr/0038-two-linters.md. */
const NOT_HELD = [
  'config',
  'gating',
  'incompatible-library',
  'no-confusing-void-expression',
  'no-unsafe-class-instance-assignment',
  'require-await',
];

const PROJECTS = [
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.tools.json',
  'shared/tsconfig.json',
  'shared/tsconfig.test.json',
  'electron/tsconfig.json',
  'electron/preload/tsconfig.json',
  'renderer/tsconfig.json',
  'server/tsconfig.json',
];

/** What a file may know is another thing in each project: what it does not know has no type. */
const KNOWN_WORLD = `export const title = document.title.trim();
export const pid = process.pid.toFixed();
`;

describe('the third net, the linter that asks the compilers', () => {
  const worlds: Record<string, readonly string[]> = {
    'shared/lib': ['title', 'pid'],
    'electron/services': ['title'],
    'electron/preload': ['pid'],
    'renderer/app': ['pid'],
    'server/http': ['title'],
    scripts: [],
    'e2e/support': [],
    bench: [],
  };
  let folder = '';
  let found: readonly { readonly rule: string; readonly file: string; readonly line: number }[] = [];
  const rulesIn = (file: string): string[] =>
    [...new Set(found.filter((one) => one.file === file).map(({ rule }) => rule))].sort();

  beforeAll(async () => {
    folder = plantedFolder('.oxlintrc.json', ...PROJECTS);
    for (const where of Object.keys(worlds)) {
      plant(folder, `${where}/misused.ts`, MISUSED_TYPES);
      plant(folder, `${where}/world.ts`, KNOWN_WORLD);
    }
    plant(folder, 'shared/lib/misused.test.ts', MISUSED_TYPES);
    plant(folder, 'renderer/app/misused.tsx', MISUSED_REACT);
    const { output } = await runNode(programOf('oxlint'), ['--format=json'], { folder });
    const { diagnostics } = JSON.parse(output) as {
      diagnostics: { code?: string; filename: string; labels: { span: { line: number } }[] }[];
    };
    found = diagnostics.map(({ code, filename, labels }) => ({
      rule: code === undefined ? 'unused comment' : code.replace(/^\w+\((.*)\)$/, '$1'),
      file: filename.replaceAll('\\', '/'),
      line: labels[0]?.span.line ?? 0,
    }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Object.keys(worlds))('refuses types that are misused in %s', (where) => {
    expect(rulesIn(`${where}/misused.ts`)).toEqual(MISUSES);
  });

  it('lets a test take a method off its object, and nothing else', () => {
    expect(rulesIn('shared/lib/misused.test.ts')).toEqual(MISUSES.filter((rule) => rule !== 'unbound-method'));
  });

  it.each(Object.entries(worlds))('knows in %s what its project knows', (where, unknown) => {
    const lines = found.filter(({ file }) => file === `${where}/world.ts`).map(({ line }) => line);
    expect([...new Set(lines)].sort().map((line) => ['title', 'pid'][line - 1])).toEqual(unknown);
  });

  it('refuses in a component what React would have to compile', () => {
    expect(rulesIn('renderer/app/misused.tsx')).toEqual(REACT_MISUSES);
  });

  it('holds with the other linter every rule of both sets, but for those that are named here', async () => {
    const file = path.join(ROOT, '.oxlintrc.json');
    const oxlint = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8')).config as OxlintConfig;
    const eslint = (await new ESLint({ cwd: ROOT }).calculateConfigForFile('renderer/main.tsx')) as LintConfig;
    const held = new Set([oxlint, eslint, ...oxlint.overrides].flatMap(({ rules }) => namesOf(rules)));
    const sets = [...tseslint.configs.strictTypeChecked, reactHooks.configs.flat['recommended-latest']];
    const wanted = sets.flatMap(({ rules = {} }) => namesOf(rules));
    expect(wanted.filter((name) => !held.has(name)).sort()).toEqual(NOT_HELD);
  });
});

/** What is read here of the configuration of either linter. */
interface LintConfig {
  readonly rules: object;
}
interface OxlintConfig extends LintConfig {
  readonly overrides: readonly LintConfig[];
}

/** The rules of plugins that are on, without the plugin's name. */
function namesOf(rules: object): string[] {
  const isOn = (setting: unknown): boolean => ![0, 'off'].some((off) => off === [setting].flat()[0]);
  const on = Object.entries(rules).filter(([, setting]) => isOn(setting));
  return on.flatMap(([name]) => /^.*\/(.*)$/.exec(name)?.[1] ?? []);
}
