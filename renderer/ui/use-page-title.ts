import { useLayoutEffect } from 'react';

const PRODUCT = 'Fairdesk';

/**
 * Names the window after the page, in the screen's language (WCAG 2.4.2). Task lists, window managers and their logs read
 * what stands there: never the name of a person.
 */
export function usePageTitle(page: string): void {
  useLayoutEffect(() => {
    document.title = `${page} – ${PRODUCT}`;
    return () => {
      document.title = PRODUCT;
    };
  }, [page]);
}
