import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { TOAST_ROOM } from './toast-room.js';

/** The sticky head of the table, in pixels. */
export const HEAD_HEIGHT = 32;
const LINES_AROUND = 10;

interface TableLines {
  readonly grid: RefObject<HTMLDivElement | null>;
  /** The lines that exist in the document. */
  readonly lines: readonly VirtualItem[];
  /** Pixels that stand for the lines above and below them. */
  readonly above: number;
  readonly below: number;
  /** How far it is scrolled, in pixels. */
  readonly scrolled: () => number;
}

interface TableLinesInput {
  readonly count: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** The line of the keyboard, kept in sight; -1 when it is not shown. */
  readonly cursorLine: number;
  /** Where it was left, in pixels; the top without it. */
  readonly leftAt?: () => number;
}

/** Which lines of a long table are in sight; it follows the keyboard. */
export function useTableLines({ count, rowHeight, cursorLine, leftAt = atTop }: TableLinesInput): TableLines {
  const grid = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: LINES_AROUND,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: TOAST_ROOM,
    initialOffset: leftAt,
  });
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  useEffect(() => {
    if (cursorLine >= 0) virtualizer.scrollToIndex(cursorLine);
  }, [virtualizer, cursorLine]);
  const scrolled = useCallback(() => virtualizer.scrollOffset ?? 0, [virtualizer]);
  const lines = virtualizer.getVirtualItems();
  return {
    grid,
    lines,
    above: (lines[0]?.start ?? HEAD_HEIGHT) - HEAD_HEIGHT,
    below: virtualizer.getTotalSize() + HEAD_HEIGHT - (lines.at(-1)?.end ?? HEAD_HEIGHT),
    scrolled,
  };
}

function atTop(): number {
  return 0;
}
