/** How long a page must have lived before it is loaded again unasked: one that dies at once must not spin. */
const ONCE_IN_MS = 60_000;

export interface PageToRenew {
  now(): number;
  reload(): void;
  /** Tells the person that the page died again; whether it is to be started once more. */
  ask(): Promise<boolean>;
}

/**
 * Gives what is to be done when the page's process has died: the page is loaded again, at most once a minute; then a person
 * starts it by hand. It holds nothing that is not in the journal, so it goes on where it was.
 */
export function createPageRenewal(page: PageToRenew): () => Promise<void> {
  let renewed = -Infinity;
  return async () => {
    const again = page.now() - renewed < ONCE_IN_MS;
    if (again && !(await page.ask())) return;
    renewed = page.now();
    page.reload();
  };
}
