import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';

interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** Pixels, as a first guess: rows are measured. */
  readonly rowHeight: number;
  readonly keyOf: (item: Item) => string;
  readonly className: string | undefined;
  readonly children: (item: Item) => ReactNode;
}

/** A list that scrolls by itself and holds only the rows in sight, two thousand as easily as two. */
export function LongList<Item>({ items, rowHeight, keyOf, className, children }: LongListProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => {
      const item = items[at];
      return item === undefined ? at : keyOf(item);
    },
    overscan: 6,
  });
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.start ?? 0;
  const last = rows.at(-1)?.end ?? 0;
  return (
    <ul ref={list} className={className}>
      {first === 0 ? null : <li aria-hidden="true" style={{ height: first }} />}
      {rows.map(({ index, key }) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
          >
            {children(item)}
          </li>
        );
      })}
      <li aria-hidden="true" style={{ height: Math.max(0, virtualizer.getTotalSize() - last) }} />
    </ul>
  );
}
