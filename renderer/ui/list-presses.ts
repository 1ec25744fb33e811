import type { MouseEvent } from 'react';
import type { TickedListAction } from '../state/ticked-list.js';
import { listDistance } from './list-distance.js';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key or a click in a list with ticks means. */
export type ListPress<Id extends string> = TickedListAction<Id> | { readonly type: 'open'; readonly id: Id };

interface Place<Id extends string> {
  /** Those that are shown, in their order. */
  readonly ids: readonly Id[];
  readonly cursor: Id | null;
  /** Whole rows that fit into the window. */
  readonly page: number;
}

/** What a key means while the list has the focus; null when it means nothing here. */
export function keyInList<Id extends string>(press: Press, { ids, cursor, page }: Place<Id>): ListPress<Id> | null {
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === 'a' ? { type: 'tick-all', ids } : null;
  const by = listDistance(press.key, page);
  if (by !== null) return { type: press.shiftKey ? 'extend' : 'move', by, ids };
  if (cursor === null || !ids.includes(cursor)) return null;
  if (press.key === ' ') {
    return press.shiftKey ? { type: 'extend-to', id: cursor, ids } : { type: 'toggle', id: cursor };
  }
  return press.key === 'Enter' ? { type: 'open', id: cursor } : null;
}

/**
 * A click on the tick (`data-part`) ticks, with Shift a range, with Ctrl or ⌘ anywhere in the row too; any other click opens.
 * `idOf` answers what stands on a line (`data-line`), null for a heading.
 */
export function clickInList<Id extends string>(
  event: MouseEvent<HTMLElement>,
  ids: readonly Id[],
  idOf: (line: number) => Id | null,
): ListPress<Id> | null {
  const target = event.target instanceof Element ? event.target : null;
  const line = target?.closest('[data-line]')?.getAttribute('data-line') ?? null;
  const id = line === null ? null : idOf(Number(line));
  if (target === null || id === null) return null;
  if (event.shiftKey) return { type: 'extend-to', id, ids };
  const isTick = event.ctrlKey || event.metaKey || target.closest('[data-part="tick"]') !== null;
  return isTick ? { type: 'toggle', id } : { type: 'open', id };
}

/** Clicking a row neither selects its text nor takes the focus from the list. */
export function keepFocusOnList(event: MouseEvent<HTMLElement>): void {
  if (!(event.target instanceof Element) || event.target.closest('[data-line]') === null) return;
  event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
}
