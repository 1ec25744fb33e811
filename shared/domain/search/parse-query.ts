import type { Query } from './query.js';
import { termsAskedFor } from './tokenize.js';

const QUOTES = /[“”„«»]/g;
const SPACE = /\s/;
/** A number as people write it: digits with spaces, brackets, dots, dashes and slashes between them. */
const NUMBER = /\+?\(?\d[\d\s()./-]*\d(?=\s|$)/y;
/** Fewer are a year or a house number. */
const LEAST_PHONE_DIGITS = 5;

/**
 * What was typed, by the operators of G-14: all words must be there; `-` before one, and it must not; `"…"` keeps words
 * together and whole; one of those in `( )` is enough; `+` and `*` change nothing, since every word is needed and may go
 * on. Null when nothing is looked for. Whatever is typed has a meaning: it is read at every key.
 */
export function parseQuery(text: string): Query | null {
  const reader = new Reader(text.replace(QUOTES, '"'));
  const clauses = reader.readAll(false);
  const [only] = clauses;
  if (only === undefined) return null;
  return clauses.length === 1 ? only : { kind: 'all', of: clauses };
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(inGroup: boolean): readonly Query[] {
    const clauses: Query[] = [];
    for (;;) {
      this.#skipSpace();
      const next = this.#text[this.#at];
      if (next === undefined) return clauses;
      if (inGroup && next === ')') {
        this.#at += 1;
        return clauses;
      }
      const clause = this.#readClause(inGroup);
      if (clause !== null) clauses.push(clause);
    }
  }

  #readClause(inGroup: boolean): Query | null {
    const number = inGroup ? null : this.#readNumber();
    if (number !== null) return number;
    const sign = this.#text[this.#at];
    const signed = (sign === '-' || sign === '+') && !this.#endsAt(this.#at + 1);
    if (signed) this.#at += 1;
    const positive = this.#readPositive(inGroup);
    return positive !== null && signed && sign === '-' ? { kind: 'not', of: positive } : positive;
  }

  #readPositive(inGroup: boolean): Query | null {
    const first = this.#text[this.#at];
    if (first === '"') return this.#readPhrase();
    if (first === '(' && !inGroup) {
      this.#at += 1;
      return oneOf(this.readAll(true));
    }
    return this.#readWord(inGroup);
  }

  #readPhrase(): Query | null {
    const start = this.#at + 1;
    const end = this.#text.indexOf('"', start);
    const closed = end !== -1;
    this.#at = closed ? end + 1 : this.#text.length;
    const terms = this.#text
      .slice(start, closed ? end : undefined)
      .split(/\s+/)
      .flatMap(termsAskedFor);
    return terms.length === 0 ? null : { kind: 'words', terms, exact: closed };
  }

  #readWord(inGroup: boolean): Query | null {
    const start = this.#at;
    this.#at += 1;
    while (!this.#endsAt(this.#at) && !(inGroup && this.#text[this.#at] === ')')) this.#at += 1;
    const terms = termsAskedFor(this.#text.slice(start, this.#at));
    return terms.length === 0 ? null : { kind: 'words', terms, exact: false };
  }

  /** Digits may be a phone number in any spacing, or just numbers. */
  #readNumber(): Query | null {
    NUMBER.lastIndex = this.#at;
    const [typed] = NUMBER.exec(this.#text) ?? [];
    if (typed === undefined) return null;
    const digits = typed.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
    if (digits.length < LEAST_PHONE_DIGITS) return null;
    this.#at += typed.length;
    const words = typed.split(/\s+/).flatMap((word): readonly Query[] => {
      const terms = termsAskedFor(word);
      return terms.length === 0 ? [] : [{ kind: 'words', terms, exact: false }];
    });
    return {
      kind: 'any',
      of: [
        { kind: 'phone', digits },
        { kind: 'all', of: words },
      ],
    };
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && this.#endsAt(this.#at)) this.#at += 1;
  }

  #endsAt(at: number): boolean {
    const character = this.#text[at];
    return character === undefined || SPACE.test(character);
  }
}

function oneOf(of: readonly Query[]): Query | null {
  const [only] = of;
  if (only === undefined) return null;
  return of.length === 1 ? only : { kind: 'any', of };
}
