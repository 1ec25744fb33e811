import { failure, success, type Result } from '../shared/lib/result.js';
import { SECOND } from '../shared/lib/time.js';
import type { Configuration } from './configuration.js';
import type { Database } from './database/database.js';
import { buildServer } from './http/build-server.js';
import { countStoppedChannels } from './http/metrics.js';
import { RetentionKeeper } from './retention/keeper.js';
import { Sender } from './sending/sender.js';
import { channelsOf } from './sending/sending-account.js';

/** What is under way may take this long to end after the signal. */
const GRACE = 20 * SECOND;

/** Runs a node until it is asked to stop; then it ends what is under way, and the streams, before it closes the store. */
export async function serve(
  database: Database,
  { host, port, trustedProxies, logLevel, publicAddress, sending }: Configuration,
  { onListening, stopped }: { readonly onListening: (address: string) => void; readonly stopped: Promise<unknown> },
): Promise<Result<null, 'listen/port-taken' | 'listen/impossible'>> {
  const proxies = trustedProxies === undefined ? {} : { trustedProxies };
  const pages = publicAddress === undefined ? {} : { publicAddress };
  const sends = channelsOf(sending);
  const stops = countStoppedChannels();
  const app = await buildServer({ database, ...proxies, ...pages, log: { level: logLevel }, sends, stopped: stops });
  const sender = new Sender({
    database,
    accounts: sending,
    pages: publicAddress ?? null,
    report: (error) => app.log.error(error),
    onTrouble: ({ channel, reason }) => {
      stops.inc({ channel, reason });
      app.log.warn({ channel, reason }, 'nothing leaves on a channel until a later attempt');
    },
  });
  const keeper = new RetentionKeeper({ database, report: (error) => app.log.error(error) });
  try {
    onListening(await app.listen({ host, port }));
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    return failure(code === 'EADDRINUSE' ? 'listen/port-taken' : 'listen/impossible', code ?? `port ${port}`);
  }
  sender.start();
  keeper.start();
  await stopped;
  const giveUp = setTimeout(() => process.exit(1), GRACE);
  // A connection that is kept open for a next request becomes idle only when its last one was answered.
  const letGo = setInterval(() => app.server.closeIdleConnections(), 100);
  await sender.stop();
  await keeper.stop();
  await app.close();
  clearInterval(letGo);
  clearTimeout(giveUp);
  return success(null);
}
