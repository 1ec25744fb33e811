import { Database } from '../../renderer/data/database.js';
import type { Session } from '../../renderer/data/session.js';
import { putRowsAgain } from './raw-store.js';

/** What it costs to take in what others wrote, in milliseconds, beside the bare write of the rows that it wrote. */
export interface TakeInTimes {
  /** Until store and screen stand still. */
  readonly all: number;
  /** The longest time for which nobody could type meanwhile. */
  readonly longest: number;
  readonly rawPut: number;
}

/** Takes in what the journal received meanwhile. */
export async function takeIn(session: Session, run: number): Promise<TakeInTimes> {
  const before = await newestPlace();
  const clicks = countClicks();
  const start = performance.now();
  const taken = await session.takeIn();
  await rest();
  const all = performance.now() - start;
  const longest = clicks.stop();
  if (!taken.ok) throw new Error(taken.code);
  const rows = await rowsAfter(before);
  if (rows.length === 0) throw new Error('nothing was taken in');
  return { all, longest, rawPut: (await putRowsAgain(rows, `raw-take-in-${run.toString()}`)).ms };
}

async function newestPlace(): Promise<number> {
  const ours = new Database();
  const newest = await ours.records.orderBy('changedSeq').last();
  ours.close();
  return newest?.changedSeq ?? 0;
}

async function rowsAfter(place: number) {
  const ours = new Database();
  const rows = await ours.records.where('changedSeq').above(place).toArray();
  ours.close();
  return rows;
}

/** Asks for the thread again and again, as somebody does who types. */
function countClicks(): { readonly stop: () => number } {
  const { port1, port2 } = new MessageChannel();
  let [last, longest, stopped] = [performance.now(), 0, false];
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!stopped) port2.postMessage(null);
  };
  port2.postMessage(null);
  return {
    stop: () => {
      stopped = true;
      port1.close();
      return longest;
    },
  };
}

/** What is drawn after the last change is drawn. */
async function rest(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve));
}
