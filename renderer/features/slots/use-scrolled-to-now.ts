import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Scrolls the board so that what is over lies above it and the first slot still to come below the names; again for each `day`. */
export function useScrolledToNow(day: string): RefObject<HTMLDivElement | null> {
  const board = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = board.current;
    const first = shown?.querySelector('li:not([data-past])');
    const head = shown?.querySelector('header');
    if (!shown || !first || !head) return;
    shown.scrollTop += first.getBoundingClientRect().top - head.getBoundingClientRect().bottom;
  }, [day]);
  return board;
}
