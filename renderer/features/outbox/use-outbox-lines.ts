import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useRef, type RefObject } from 'react';
import { TOAST_ROOM } from '../../ui/toast-room.js';
import { TWO_LINE_ROW } from '../../ui/two-line-row.js';
import type { OutboxItem } from './outbox-items.js';

/** Pixels; as in the style sheet. */
const GROUP_HEIGHT = 38;
const LINES_AROUND = 8;

interface OutboxLines {
  readonly grid: RefObject<HTMLDivElement | null>;
  /** The lines that exist in the document. */
  readonly lines: readonly VirtualItem[];
  /** Pixels that stand for the lines above and below them. */
  readonly above: number;
  readonly below: number;
}

/** Which lines are in sight; the line of the keyboard (-1 for none) is kept among them. */
export function useOutboxLines(items: readonly OutboxItem[], cursorLine: number): OutboxLines {
  const grid = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => grid.current,
    estimateSize: (index) => (items[index]?.kind === 'group' ? GROUP_HEIGHT : TWO_LINE_ROW),
    overscan: LINES_AROUND,
    scrollPaddingEnd: TOAST_ROOM,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, items]);
  useEffect(() => {
    if (cursorLine >= 0) virtualizer.scrollToIndex(cursorLine);
  }, [virtualizer, cursorLine]);
  const lines = virtualizer.getVirtualItems();
  const below = virtualizer.getTotalSize() - (lines.at(-1)?.end ?? 0);
  return { grid, lines, above: lines[0]?.start ?? 0, below };
}
