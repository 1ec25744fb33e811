/** Begin and end in any unit, the end after the begin. */
export interface Times {
  readonly start: number;
  readonly end: number;
}

/** Where an entry stands across its day: from `lane`, `span` of `lanes` wide. */
export interface Place {
  readonly lane: number;
  readonly span: number;
  readonly lanes: number;
}

interface Laid {
  readonly at: number;
  readonly times: Times;
  lane: number;
}

/**
 * Entries at the same time stand side by side, none behind another, each as wide as the others let it. Answers a place for
 * each entry, in the order in which they came.
 */
export function layOutDay(entries: readonly Times[]): readonly Place[] {
  const inOrder = entries
    .map((times, at): Laid => ({ at, times, lane: 0 }))
    .sort((a, b) => a.times.start - b.times.start || b.times.end - a.times.end);
  const places = new Array<Place>(entries.length);
  let together: Laid[] = [];
  let until = -Infinity;
  const place = (): void => {
    placeTogether(together, places);
    together = [];
  };
  for (const entry of inOrder) {
    if (entry.times.start >= until) place();
    together.push(entry);
    until = Math.max(until, entry.times.end);
  }
  place();
  return places;
}

/** Entries that hang together by overlapping, the earliest first: they share the width by the same measure. */
function placeTogether(entries: readonly Laid[], places: Place[]): void {
  const ends: number[] = [];
  for (const entry of entries) {
    const free = ends.findIndex((end) => end <= entry.times.start);
    entry.lane = free === -1 ? ends.length : free;
    ends[entry.lane] = entry.times.end;
  }
  const lanes = ends.length;
  for (const { at, lane, times } of entries) {
    let right = lanes;
    for (const other of entries) {
      if (other.times.start >= times.end) break;
      if (other.lane > lane && other.times.end > times.start) right = Math.min(right, other.lane);
    }
    places[at] = { lane, span: right - lane, lanes };
  }
}
