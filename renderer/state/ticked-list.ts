/** What is ticked in a list, and where the keyboard stands. */
export interface TickedList<Id extends string> {
  readonly ticked: ReadonlySet<Id>;
  readonly cursor: Id | null;
  /** Where a range began. */
  readonly anchor: Id | null;
}

/** `ids` are those that the list shows, in its order. */
export type TickedListAction<Id extends string> =
  | { readonly type: 'move' | 'extend'; readonly by: number; readonly ids: readonly Id[] }
  | { readonly type: 'extend-to'; readonly id: Id; readonly ids: readonly Id[] }
  | { readonly type: 'toggle'; readonly id: Id }
  | { readonly type: 'tick-all'; readonly ids: readonly Id[] }
  | { readonly type: 'clear' };

export function changeTicks<Id extends string, List extends TickedList<Id>>(
  list: List,
  action: TickedListAction<Id>,
): List {
  switch (action.type) {
    case 'move': {
      const cursor = placeOf(list.cursor, action);
      return { ...list, cursor, anchor: cursor };
    }
    case 'extend': {
      const cursor = placeOf(list.cursor, action);
      return cursor === null ? list : extendTo(list, cursor, action.ids);
    }
    case 'extend-to':
      return extendTo(list, action.id, action.ids);
    case 'toggle': {
      const ticked = new Set(list.ticked);
      if (!ticked.delete(action.id)) ticked.add(action.id);
      return { ...list, ticked, cursor: action.id, anchor: action.id };
    }
    case 'tick-all':
      return { ...list, ticked: new Set(action.ids) };
    case 'clear':
      return { ...list, ticked: new Set<Id>() };
  }
}

/** Ticks everything from the anchor on; what was ticked before stays so. */
function extendTo<Id extends string, List extends TickedList<Id>>(list: List, to: Id, ids: readonly Id[]): List {
  const anchor = list.anchor ?? list.cursor ?? to;
  const [start, end] = [ids.indexOf(anchor), ids.indexOf(to)].sort((a, b) => a - b);
  const range = ids.slice(Math.max(start ?? 0, 0), (end ?? 0) + 1);
  return { ...list, ticked: new Set([...list.ticked, ...range]), cursor: to, anchor };
}

/** Some places further, stopping at both ends; from nowhere as from before the first. */
function placeOf<Id extends string>(
  cursor: Id | null,
  { by, ids }: { readonly by: number; readonly ids: readonly Id[] },
): Id | null {
  const at = cursor === null ? -1 : ids.indexOf(cursor);
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}
