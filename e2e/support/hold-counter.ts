import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** The row that every push of an organisation takes first, held by somebody else: pushes stand still in the middle of their transaction. */
export interface HeldCounter {
  /** Answers once so many pushes stand and wait; throws after half a minute. */
  untilPushesWait(pushes: number): Promise<void>;
  release(): Promise<void>;
}

export async function holdCounter(address: string): Promise<HeldCounter> {
  const holder = await connect(address);
  // Within its transaction the holder would always see the same activity.
  const watcher = await connect(address);
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM organisation FOR UPDATE');
  return {
    async untilPushesWait(pushes) {
      for (const until = Date.now() + 30_000; Date.now() < until; await sleep(20)) {
        const { rows } = await watcher.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        if (rows.length >= pushes) return;
      }
      throw new Error('no push came');
    },
    async release() {
      await holder.end(); // which rolls back
      await watcher.end();
    },
  };
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined); // PostgreSQL may be restarted under it
  await client.connect();
  return client;
}
