import { useLayoutEffect } from 'react';

const PRODUCT = 'Fairdesk';

/**
 * Names the window after the page, in the screen's language (WCAG 2.4.2). The browser keeps titles in clear in its history,
 * and task lists and the system's logs read them: they hold nothing that somebody typed.
 */
export function usePageTitle(page: string): void {
  useLayoutEffect(() => {
    document.title = `${page} – ${PRODUCT}`;
    return () => {
      document.title = PRODUCT;
    };
  }, [page]);
}
