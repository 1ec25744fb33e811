import type { RichInline, RichMark } from '../records/rich-text.js';
import { visibleText } from './single-line.js';

/** Words of a line that bear the same marks. */
export interface Run {
  readonly text: string;
  readonly marks: readonly RichMark[];
}

/** The lines of a block, cut at its hard breaks; control and direction marks are gone. */
export function linesOf(content: readonly RichInline[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  for (const inline of content) {
    if (inline.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push({ text: visibleText(inline.text), marks: inline.marks });
  }
  return lines;
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The part of some runs between two offsets into their text. */
export function sliceRuns(runs: readonly Run[], start: number, end: number): readonly Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(start - at, 0), Math.max(end - at, 0));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Runs that lead to the same place, together; `address` is null where they lead nowhere. */
export function byAddress(runs: readonly Run[]): readonly { readonly address: string | null; readonly runs: Run[] }[] {
  const groups: { address: string | null; runs: Run[] }[] = [];
  for (const run of runs) {
    const address = addressOf(run);
    const last = groups.at(-1);
    if (last?.address === address) last.runs.push(run);
    else groups.push({ address, runs: [run] });
  }
  return groups;
}

function addressOf({ marks }: Run): string | null {
  for (const mark of marks) if (mark.type === 'link') return mark.attrs.href;
  return null;
}
