import type { ApplicationId } from '../../../shared/records/primitives.js';

/** The application some places further down (or up), stopping at both ends; the first one from nowhere. Null in an empty list. */
export function moveCursor(
  ids: readonly ApplicationId[],
  cursor: ApplicationId | null,
  by: number,
): ApplicationId | null {
  const at = cursor === null ? -1 : ids.indexOf(cursor);
  const next = at === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by));
  return ids[next] ?? null;
}

/** Everybody from one application to another, both included, in either direction; only `to` where `from` is not shown. */
export function rangeOf(
  ids: readonly ApplicationId[],
  from: ApplicationId | null,
  to: ApplicationId,
): readonly ApplicationId[] {
  const end = ids.indexOf(to);
  const start = from === null ? -1 : ids.indexOf(from);
  if (start === -1) return end === -1 ? [] : [to];
  return ids.slice(Math.min(start, end), Math.max(start, end) + 1);
}
