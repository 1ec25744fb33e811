import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same while what it does is always the newest: what it is given to need not be drawn anew. */
export function useSteady<Given extends readonly unknown[]>(run: (...given: Given) => void): (...given: Given) => void {
  const newest = useRef(run);
  useLayoutEffect(() => {
    newest.current = run;
  });
  return useCallback((...given: Given) => {
    newest.current(...given);
  }, []);
}
