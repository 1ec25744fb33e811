import { setTimeout as wait } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';

const AGAIN_AFTER = 1000;

interface Listening {
  readonly channel: string;
  readonly heard: (payload: string | null) => void;
  readonly onError: (error: Error) => void;
}

/** Listens on a connection of its own, and opens another one whenever it breaks. Answers how to stop. */
export async function listenOn(address: string, listening: Listening): Promise<() => Promise<void>> {
  let stopped = false;
  let client = await connect(address, listening, again);

  function again(error: Error): void {
    if (stopped) return;
    listening.onError(error);
    void reconnect();
  }

  async function reconnect(): Promise<void> {
    while (!stopped) {
      await wait(AGAIN_AFTER, undefined, { ref: false });
      try {
        client = await connect(address, listening, again);
        listening.heard(null);
        return;
      } catch (error) {
        listening.onError(error instanceof Error ? error : new Error('the listener could not connect'));
      }
    }
  }

  return async () => {
    stopped = true;
    await client.end().catch(() => undefined); // it may be broken already
  };
}

async function connect(
  address: string,
  { channel, heard }: Listening,
  onLost: (error: Error) => void,
): Promise<Client> {
  const client = new Client({ connectionString: address, keepAlive: true });
  client.on('notification', ({ payload }) => heard(payload ?? ''));
  let lost = false;
  const lose = (error: Error): void => {
    if (lost) return;
    lost = true;
    onLost(error);
  };
  try {
    await client.connect();
    await client.query(`LISTEN ${escapeIdentifier(channel)}`);
  } catch (error) {
    client.on('error', () => undefined);
    await client.end().catch(() => undefined);
    throw error;
  }
  client.on('error', lose);
  client.on('end', () => lose(new Error('the connection ended')));
  return client;
}
