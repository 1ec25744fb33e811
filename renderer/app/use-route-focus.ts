import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * After a change of page the heading takes the focus, so that a screen reader says where one is and the Tab key starts
 * there. A page that put the cursor into a field of its own keeps it.
 */
export function useRouteFocus(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    const first = before.current === undefined;
    before.current = path;
    const main = document.getElementById('main');
    if (first || main === null || main.contains(document.activeElement)) return;
    const target = main.querySelector<HTMLElement>('h1[tabindex]') ?? main;
    target.focus({ preventScroll: true });
  }, [path]);
}
