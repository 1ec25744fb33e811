import { foldText } from '../../lib/fold-text.js';

/** Longer words are cut, in texts and in queries alike: nobody types more, and a file of one endless word stays small. */
const LONGEST_TERM = 40;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const PLAIN = /^[a-z0-9]+$/;

/** One word of a text: what it is found by, and where it stands. */
export interface Token {
  /**
   * The word folded; with a sign that belongs to it besides, as in `c++`, `c#` and `.net`. All of them stand at one place.
   */
  readonly terms: readonly string[];
  /** Place among the words of the text, from 0. */
  readonly position: number;
  /** Where it stands in the text as it was given, signs included. */
  readonly start: number;
  readonly end: number;
}

/** The words of a text, in order. */
export function* tokensOf(text: string): Generator<Token> {
  let position = 0;
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0]);
    if (word === '') continue; // marks without a letter under them
    const end = match.index + match[0].length;
    const signs = signsAfter(text, end);
    const dotted = text[match.index - 1] === '.';
    const terms = [word];
    if (signs !== '') terms.push(cut(word + signs));
    if (dotted) terms.push(cut(`.${word}`));
    yield { terms, position, start: dotted ? match.index - 1 : match.index, end: end + signs.length };
    position += 1;
  }
}

/** What a typed word asks for: each of its parts in the form that says most, `c++` and not `c`, `.net` and not `net`. */
export function termsAskedFor(word: string): readonly string[] {
  const terms: string[] = [];
  for (const { terms: forms, start } of tokensOf(word)) {
    const [plain = '', ...signed] = forms;
    const dotted = terms.length === 0 && start === word.indexOf('.');
    const asked = signed.find((form) => !form.startsWith('.') || dotted);
    terms.push(asked ?? plain);
  }
  return terms;
}

function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return cut(PLAIN.test(lower) ? lower : foldText(lower).replaceAll('ς', 'σ'));
}

/** `+` and `#` that stand directly behind a word: `C++`, `C#`. */
function signsAfter(text: string, from: number): string {
  let to = from;
  while (text[to] === '+' || text[to] === '#') to += 1;
  return text.slice(from, to);
}

function cut(term: string): string {
  return term.length <= LONGEST_TERM ? term : term.slice(0, LONGEST_TERM);
}
