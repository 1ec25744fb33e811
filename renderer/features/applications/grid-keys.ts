import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { readList } from '../../state/application-lists.js';
import { listDistance } from '../../ui/list-distance.js';
import { extendBy, extendTo, moveBy, toggleTick } from './list-commands.js';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export interface GridKeyTarget {
  readonly vacancyId: VacancyId;
  readonly ids: readonly ApplicationId[];
  /** Whole rows that fit into the window. */
  readonly page: number;
  readonly open: (id: ApplicationId) => void;
}

/** What a key means while the grid has the focus; false when it means nothing here. Letters are the page's shortcuts. */
export function pressInGrid(press: Press, { vacancyId, ids, page, open }: GridKeyTarget): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey) return false;
  const { cursor } = readList(vacancyId);
  const by = listDistance(press.key, page);
  if (by !== null) {
    if (press.shiftKey) extendBy(vacancyId, ids, by);
    else moveBy(vacancyId, ids, by);
    return true;
  }
  if (press.key === 'Escape') return false;
  if (cursor === null || !ids.includes(cursor)) return false;
  if (press.key === ' ') {
    if (press.shiftKey) extendTo(vacancyId, ids, cursor);
    else toggleTick(vacancyId, cursor);
    return true;
  }
  if (press.key !== 'Enter') return false;
  open(cursor);
  return true;
}
