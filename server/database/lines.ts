/**
 * Many texts of JSON as one value: inside an array each quotation mark of theirs would be escaped here and read again by the
 * engine. JSON as it is written here holds no line feed. No text at all is null.
 */
export function asLines(texts: readonly (string | null)[]): string {
  return texts.map((text) => text ?? '').join('\n');
}

/** The array that they are in SQL; `$n` is the value. */
export function textsOf(parameter: string): string {
  return `string_to_array(${parameter}::text, E'\\n', '')`;
}
