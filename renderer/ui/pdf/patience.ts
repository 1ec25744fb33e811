import { SECOND } from '../../../shared/lib/time.js';

/** Opening a file, and drawing one page, may take this long (security.md 8). */
const PATIENCE = 20 * SECOND;

/** The value, or null when it did not come in time. */
export async function withinPatience<Value>(promise: Promise<Value>): Promise<Value | null> {
  let timer: number | undefined;
  const over = new Promise<null>((resolve) => {
    timer = window.setTimeout(() => {
      resolve(null);
    }, PATIENCE);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    window.clearTimeout(timer);
  }
}
