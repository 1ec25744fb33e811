import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../records/primitives.js';
import { catalogues } from './catalogues/index.js';

type Words = ReadonlyMap<string, string>;

function flatten(node: object, path = ''): Words {
  return new Map(
    Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
      const name = path === '' ? key : `${path}.${key}`;
      if (typeof value === 'string') return [[name, value] as const];
      return typeof value === 'object' && value !== null ? [...flatten(value, name)] : [];
    }),
  );
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The arguments a message asks for, and how: `count:plural`. The parser numbers its element types. */
function argumentsOf(ast: Ast): ReadonlySet<string> {
  const found = new Set<string>();
  for (const element of ast) {
    const { type, value } = element as { readonly type: number; readonly value?: unknown };
    const isText = type === 0 || type === 7;
    if (!isText && typeof value === 'string') found.add(value);
    const { options } = element as { readonly options?: Readonly<Record<string, { readonly value: Ast }>> };
    for (const option of Object.values(options ?? {})) for (const name of argumentsOf(option.value)) found.add(name);
  }
  return found;
}

const english = flatten(catalogues.en);
/** Whose braces are merge fields of a letter, and not arguments: they are filled by our own parser. */
const IS_LETTER = /^mail\./;

describe.each(LANGUAGES.filter((language) => language !== 'en'))('the %s catalogue', (language) => {
  const words = flatten(catalogues[language]);

  it('holds the same keys as the English one', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('has words for every key', () => {
    expect([...words].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('asks for the same arguments, in messages that can be parsed', () => {
    for (const [key, text] of words) {
      if (IS_LETTER.test(key)) continue;
      const wanted = argumentsOf(new IntlMessageFormat(english.get(key) ?? '', 'en').getAst());
      expect({ key, asks: argumentsOf(new IntlMessageFormat(text, language).getAst()) }).toEqual({ key, asks: wanted });
    }
  });

  it('translates every sentence', () => {
    const same = [...words].filter(
      ([key, text]) => text.includes(' ') && text.length > 24 && text === english.get(key),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

it('the test sees arguments inside plurals', () => {
  const ast = new IntlMessageFormat('{count, plural, one {# by {name}} other {}} {at, number}', 'en').getAst();
  expect([...argumentsOf(ast)].sort()).toEqual(['at', 'count', 'name']);
});

it('the English catalogue can be parsed', () => {
  for (const [key, text] of english) {
    if (!IS_LETTER.test(key)) expect(() => new IntlMessageFormat(text, 'en'), key).not.toThrow();
  }
});
