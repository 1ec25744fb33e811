/** First and last calendar date of a fair, both inclusive. */
interface FairDates {
  readonly firstDate: string;
  readonly lastDate: string;
}

/**
 * The fair that is meant when nobody says which: the one that is on today, else the next one, else the last that was.
 * Of several on the same day the one that began latest. Null without any fair.
 */
export function currentFair<F extends FairDates>(fairs: Iterable<F>, today: string): F | null {
  let best: F | null = null;
  for (const fair of fairs) {
    if (best === null || isNearer(fair, best, today)) best = fair;
  }
  return best;
}

function isNearer(fair: FairDates, than: FairDates, today: string): boolean {
  const [nearness, other] = [phase(fair, today), phase(than, today)];
  if (nearness !== other) return nearness < other;
  if (nearness === 1) return fair.firstDate < than.firstDate; // the next one comes first
  return nearness === 0 ? fair.firstDate > than.firstDate : fair.lastDate > than.lastDate;
}

/** 0 on today, 1 still to come, 2 over. */
function phase({ firstDate, lastDate }: FairDates, today: string): number {
  if (firstDate > today) return 1;
  return lastDate < today ? 2 : 0;
}
