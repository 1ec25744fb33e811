import { useLayoutEffect, type RefObject } from 'react';

/** Tells the style sheets how high an element is, as a variable of the root in pixels; nothing once it is gone. */
export function useHeightVariable(element: RefObject<HTMLElement | null>, variable: `--fd-${string}`): void {
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => {
      root.setProperty(variable, `${String(current.offsetHeight)}px`);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      root.removeProperty(variable);
    };
  }, [element, variable]);
}
