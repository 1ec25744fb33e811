import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { changeList, readList } from '../../state/application-lists.js';
import { moveCursor, rangeOf } from './move-cursor.js';

type Ids = readonly ApplicationId[];

/** Puts the keyboard on a row. */
export function putCursor(vacancyId: VacancyId, cursor: ApplicationId | null): void {
  changeList(vacancyId, { cursor, anchor: null });
}

export function moveBy(vacancyId: VacancyId, ids: Ids, by: number): void {
  putCursor(vacancyId, moveCursor(ids, readList(vacancyId).cursor, by));
}

/** Ticks a row, or takes its tick away; a range begins there. */
export function toggleTick(vacancyId: VacancyId, id: ApplicationId): void {
  const ticked = new Set(readList(vacancyId).ticked);
  if (!ticked.delete(id)) ticked.add(id);
  changeList(vacancyId, { ticked, cursor: id, anchor: id });
}

/** Stretches the range from where it began to a row: the whole of it gets what its first row has, ticked or not. */
export function extendTo(vacancyId: VacancyId, ids: Ids, id: ApplicationId): void {
  const { ticked: before, cursor, anchor } = readList(vacancyId);
  const from = anchor ?? cursor ?? id;
  const tick = anchor === null || before.has(anchor);
  const ticked = new Set(before);
  const set = (members: Ids, on: boolean): void => {
    for (const member of members) {
      if (on) ticked.add(member);
      else ticked.delete(member);
    }
  };
  if (anchor !== null && cursor !== null) set(rangeOf(ids, anchor, cursor), !tick); // the range may have become shorter
  set(rangeOf(ids, from, id), tick);
  changeList(vacancyId, { ticked, cursor: id, anchor: from });
}

export function extendBy(vacancyId: VacancyId, ids: Ids, by: number): void {
  const next = moveCursor(ids, readList(vacancyId).cursor, by);
  if (next !== null) extendTo(vacancyId, ids, next);
}

/** Adds everybody who is shown to the ticked. */
export function tickAll(vacancyId: VacancyId, ids: Ids): void {
  changeList(vacancyId, { ticked: new Set([...readList(vacancyId).ticked, ...ids]), anchor: null });
}

/** Ticks everybody who is shown, or takes the ticks of all of them away. */
export function toggleAll(vacancyId: VacancyId, ids: Ids): void {
  const { ticked } = readList(vacancyId);
  if (!ids.every((id) => ticked.has(id))) return tickAll(vacancyId, ids);
  const shown = new Set(ids);
  changeList(vacancyId, { ticked: new Set([...ticked].filter((id) => !shown.has(id))), anchor: null });
}

export function clearTicks(vacancyId: VacancyId): void {
  changeList(vacancyId, { ticked: new Set(), anchor: null });
}
