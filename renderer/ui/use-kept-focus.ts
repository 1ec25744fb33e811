import { useEffect, useRef, type RefObject } from 'react';

/**
 * For a place where one part gives way to another: had the part that went the focus, the first button of the one that came
 * gets it. `part` names what is shown.
 */
export function useKeptFocus<Place extends HTMLElement>(part: string): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const before = useRef(part);
  useEffect(() => {
    const isLost = before.current !== part && document.activeElement === document.body;
    before.current = part;
    if (isLost) place.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [part]);
  return place;
}
