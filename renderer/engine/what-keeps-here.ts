import type { ChannelLine } from './channel-line.js';
import type { OutboxDeps, OutboxStatus } from './outbox-deps.js';

/**
 * Why nothing may leave now, or nothing on this line: a rehearsal needs no network, but whoever works offline wants nothing to
 * leave, not even that. Nothing is asked of the network before something is due and may go.
 */
export async function whatKeepsHere(
  { host, preferences }: Pick<OutboxDeps, 'host' | 'preferences'>,
  line?: ChannelLine,
): Promise<OutboxStatus | null> {
  if (preferences.current().workOffline) return { kind: 'working-offline' };
  const network = await host.call('network.state', null);
  if (!network.ok) return { kind: 'stuck', code: network.code };
  if (network.value.up || (await line?.isRehearsal(host)) === true) return null;
  return { kind: 'no-network' };
}
