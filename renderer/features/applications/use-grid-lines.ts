import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { changeList, readList } from '../../state/application-lists.js';
import { TOAST_ROOM } from '../../ui/toast-room.js';

/** The sticky head of the table, in pixels. */
export const HEAD_HEIGHT = 32;
const LINES_AROUND = 10;

interface GridLines {
  readonly grid: RefObject<HTMLDivElement | null>;
  /** The lines that exist in the document. */
  readonly lines: readonly VirtualItem[];
  /** Pixels that stand for the lines above and below them. */
  readonly above: number;
  readonly below: number;
}

interface GridLinesInput {
  readonly vacancyId: VacancyId;
  readonly count: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** The line of the keyboard, kept in sight; -1 when it is not shown. */
  readonly cursorLine: number;
}

/** Which lines are in sight. The list is found where it was left, and follows the keyboard. */
export function useGridLines({ vacancyId, count, rowHeight, cursorLine }: GridLinesInput): GridLines {
  const grid = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: LINES_AROUND,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: TOAST_ROOM,
    initialOffset: () => readList(vacancyId).scroll,
  });
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  useEffect(() => {
    if (cursorLine >= 0) virtualizer.scrollToIndex(cursorLine);
  }, [virtualizer, cursorLine]);
  useEffect(
    () => () => {
      changeList(vacancyId, { scroll: virtualizer.scrollOffset ?? 0 });
    },
    [virtualizer, vacancyId],
  );
  const lines = virtualizer.getVirtualItems();
  return {
    grid,
    lines,
    above: (lines[0]?.start ?? HEAD_HEIGHT) - HEAD_HEIGHT,
    below: virtualizer.getTotalSize() + HEAD_HEIGHT - (lines.at(-1)?.end ?? HEAD_HEIGHT),
  };
}
