import fc from 'fast-check';

const PIECES = ['#', '[', ']', '$', '*', '_', '@', '\\', '`', '<', '>', '"', '{', '}', '//', '/*', '*/'];
const WORDS = ['panic("x")', 'read("a")', 'let', 'import', 'å', 'Ж', '1', '= H', '- i', '=cmd|x', '\\u{1F600}'];

/** Text that Typst would read as markup or code, if it were ever given to it as such. */
export const typstMarkup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...WORDS)), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''));
