/** Tabs, line ends and every other mark that a mail header or a list would take for one. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** C0, C1 and the marks that turn the direction of writing: invisible, and good for nothing but deceiving a reader. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** One line of visible text: line ends become spaces, control and direction marks go, spaces are collapsed. */
export function singleLine(text: string): string {
  return visible(text.replace(BREAKS, ' ')).replace(/ {2,}/g, ' ').trim();
}

/** A piece of a line, its spaces kept: line ends become spaces, control and direction marks go. */
export function visibleText(text: string): string {
  return visible(text.replace(BREAKS, ' '));
}

/** Text of several lines, each ended by `\n` alone, without control and direction marks. */
export function visibleLines(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => visible(line.replace(/[\t\v\f]/g, ' ')).trimEnd())
    .join('\n');
}

function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(LONE_SURROGATE, '\ufffd');
}
