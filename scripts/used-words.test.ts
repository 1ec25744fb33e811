import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../shared/i18n/catalogues/en/index.js';
import { ROOT } from './program.js';

/** All of the program's own source, tests and catalogues left out. */
function source(): string {
  return ['shared', 'renderer', 'electron', 'server']
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|[\\/]testing[\\/]|[\\/]catalogues[\\/]/.test(file))
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
    .join('\n');
}

function keysOf(words: object, before = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value as object, `${before}${key}.`),
  );
}

/** What can be in a hole of a key that is put together: said in quotes, or the name of a property, somewhere. */
function saidIn(code: string): (value: string) => boolean {
  const said = new Set<string>();
  for (const [, quoted, property] of code.matchAll(/'([^'\n]+)'|\b([\w-]+)\??:/g)) {
    const word = quoted ?? property ?? '';
    said.add(word.slice(word.lastIndexOf('/') + 1)); // codes are `area/reason`
  }
  const composed = [...code.matchAll(/`([\w-]*)\$\{[^{}`]+\}([\w-]*)`/g)].map(([, head = '', tail = '']) => ({
    head,
    tail,
  }));
  return (value) =>
    said.has(value) ||
    composed.some(
      ({ head, tail }) =>
        head + tail !== '' &&
        value.startsWith(head) &&
        value.endsWith(tail) &&
        value.length > head.length + tail.length,
    );
}

/** Keys that are put together, as patterns with a group for each hole. */
function patternsIn(code: string): readonly RegExp[] {
  const literals = [...code.matchAll(/`([a-z]+\.[^`\n]*\$\{[^`\n]*)`/g)].map(([, key = '']) => key);
  return [...new Set(literals)].map((key) => {
    const parts = key.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('(.+)')}$`);
  });
}

/** A key is used where it stands in quotes, or where a template literal makes it out of parts that are said somewhere. */
it('every word of the catalogue is used: what nobody reads is not translated five times', () => {
  const code = source();
  const said = saidIn(code);
  const quoted = new Set([...code.matchAll(/['"]([a-z]+(?:\.[\w-]+)+)['"]/gi)].map(([, key]) => key));
  const patterns = patternsIn(code);
  const isPutTogether = (key: string): boolean =>
    patterns.some(
      (pattern) =>
        pattern
          .exec(key)
          ?.slice(1)
          .every((hole) => hole.split('.').every(said)) ?? false,
    );
  expect(keysOf(en).filter((key) => !quoted.has(key) && !isPutTogether(key))).toEqual([]);
});
