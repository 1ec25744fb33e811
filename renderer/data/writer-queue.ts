const WRITER = 'fairdesk-writer';
const WINDOW = 'fairdesk-window';

/** Runs one write at a time for the whole application, this window or another. */
export async function asWriter<Value>(write: () => Promise<Value>): Promise<Value> {
  return await navigator.locks.request(WRITER, write);
}

/**
 * Claims the application for this window until it closes. False when another window holds it: two windows would each
 * show what the other has already changed.
 */
export async function claimWindow(): Promise<boolean> {
  return await new Promise((resolve) => {
    void navigator.locks.request(WINDOW, { ifAvailable: true }, async (lock) => {
      resolve(lock !== null);
      if (lock !== null) await new Promise(() => undefined); // held until the window goes
    });
  });
}
