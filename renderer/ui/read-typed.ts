/**
 * A calendar date as people type it, as `2026-11-18`: also `18.11.2026`, `18/11-2026`, `20261118`. The day stands before
 * the month, as in all five languages. Null when it is none.
 */
export function readDate(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})$/.exec(text);
  const dayFirst = /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})$/.exec(text);
  const [year, month, day] = iso?.slice(1) ?? dayFirst?.slice(1).reverse() ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const exists = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(exists.getTime()) && exists.toISOString().startsWith(written) ? written : null;
}

/** A time of day as people type it, as `09:00`: also `9`, `9.30`, `0930`. Null when it is none. */
export function readClock(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:. h]?(\d{2}))?$/.exec(typed.trim());
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')];
  if (hour > 23 || minute > 59) return null;
  return `${hour.toString().padStart(2, '0')}:${minute.toString().padStart(2, '0')}`;
}
