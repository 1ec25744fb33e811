import type { FoldChange, Stamp } from './change-set.js';

/** The greatest stamp in folded records, which a clock must have seen before it makes another; null for none. */
export function greatestStamp(changes: readonly FoldChange[]): Stamp | null {
  let greatest: Stamp | null = null;
  for (const { state } of changes) {
    const registers = [state.fields, ...Object.values(state.sets)].flatMap((map) => Object.values(map));
    const stamps = [
      ...(state.created === null ? [] : [state.created]),
      ...registers.flatMap((register) => [...register.heads.map(({ stamp }) => stamp), ...register.past]),
      ...Object.values(state.events).map(({ stamp }) => stamp),
    ];
    for (const stamp of stamps) if (greatest === null || stamp > greatest) greatest = stamp;
  }
  return greatest;
}
