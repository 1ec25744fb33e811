import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** The row that every push of an organisation takes first, held by somebody else: pushes stand still in the middle of their transaction. */
export interface HeldCounter {
  /** Answers once so many pushes stand and wait; throws after half a minute. */
  untilSomebodyWaits(pushes: number): Promise<void>;
  release(): Promise<void>;
}

export async function holdCounter(address: string): Promise<HeldCounter> {
  const client = new Client({ connectionString: address });
  client.on('error', () => undefined); // PostgreSQL is restarted under it
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM organisation FOR UPDATE');
  return {
    async untilSomebodyWaits(pushes) {
      for (const until = Date.now() + 30_000; Date.now() < until; await sleep(20)) {
        const { rows } = await client.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        if (rows.length >= pushes) return;
      }
      throw new Error('no push came');
    },
    async release() {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}
