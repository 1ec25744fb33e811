/** One line of the report: ours, the limit it is measured against, both in milliseconds of this run. */
export interface Line {
  readonly what: string;
  readonly ours: number;
  readonly limit: number;
  readonly against: string;
}

export function format({ what, ours, limit, against }: Line): string {
  const ratio = (ours / limit).toFixed(2);
  return `  ${what.padEnd(40)} ${ours.toFixed(1).padStart(9)} ms  ${ratio.padStart(7)} ×  of ${limit.toFixed(1)} ms (${against})`;
}

export function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
