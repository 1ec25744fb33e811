import { useState } from 'react';
import { isWaiting } from '../../shared/domain/message-state.js';
import { NO_ACCOUNT } from '../data/delivery-status.js';
import type { Delivery } from '../data/delivery-watch.js';
import { countMessages, type MessageCounts } from '../data/roster/count-messages.js';
import type { Roster } from '../data/roster/rows.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { SyncStanding } from '../../shared/host/sync-standing.js';
import type { SyncStatus } from '../data/sync-status.js';
import { useDelivery } from '../data/use-delivery.js';
import { useRoster } from '../data/use-session.js';
import { useSync } from '../data/use-sync.js';
import type { Connection } from '../ui/connection-pill.js';
import type { MessageProblem } from '../ui/connection-problem.js';

/** How messages stand, and messages and sync in one. */
interface Connections {
  readonly messages: MessageConnection;
  readonly whole: Connection;
  /** Something waits for an email account that nobody has entered, whatever else is told of messages. */
  readonly lacksAccount: boolean;
}

const REVOKED = 'sync/revoked' satisfies HostErrorCode;

/** The way out of messages: what stands in it, or how far they are. */
export type MessageConnection =
  | Exclude<Connection, { readonly kind: 'server-offline' | 'syncing' | 'problem' }>
  | { readonly kind: 'problem'; readonly waiting: number; readonly about: MessageProblem };

/** The connection as the pill and its menu show it. */
export function useConnections(): Connections {
  const { messages, lacksAccount } = useMessageConnection();
  const { status, standing } = useSync();
  return { messages, whole: standing === null ? messages : withServer(messages, status, standing), lacksAccount };
}

/**
 * Messages and sync in one picture, by what weighs most: a laptop that was shut out, what else somebody has to put right, no network,
 * a server that cannot be reached, what is under way, and last an account that is missing. Of what waits it says what the page of sync
 * says: messages have their own count at the Outbox.
 */
export function withServer(
  messages: MessageConnection,
  sync: SyncStatus,
  { unsent, problem }: Pick<NonNullable<SyncStanding>, 'unsent' | 'problem'>,
): Connection {
  if (problem?.code === REVOKED) return { kind: 'problem', waiting: unsent, about: REVOKED };
  const lacksAccount = messages.kind === 'problem' && messages.about === 'no-mail-account';
  if (messages.kind === 'problem' && !lacksAccount) return messages;
  if (sync.kind === 'problem') return { kind: 'problem', waiting: unsent, about: sync.code };
  if (messages.kind === 'offline') return { ...messages, waiting: unsent, of: 'changes' };
  if (sync.kind === 'offline') return { kind: 'server-offline', waiting: unsent };
  if ((messages.kind === 'online' || lacksAccount) && sync.kind === 'syncing') return sync;
  return messages;
}

function useMessageConnection(): Pick<Connections, 'messages' | 'lacksAccount'> {
  const traffic = useRoster(countMessages);
  const emails = useRoster(emailsWaiting);
  const { done } = useBatch(traffic);
  const delivery = useDelivery();
  const messages = connectionOf(delivery, { ...traffic, emails }, done);
  return { messages, lacksAccount: delivery.status === NO_ACCOUNT && emails > 0 };
}

interface Traffic extends MessageCounts {
  /** Those of what waits, or is being sent, that are no SMS. */
  readonly emails: number;
}

function emailsWaiting({ messages }: Pick<Roster, 'messages'>): number {
  return [...messages.values()].filter(({ channel, state }) => channel === 'email' && isWaiting(state)).length;
}

/**
 * Without an account a laptop is only a problem when something waits for one; and each channel has its own: email may be
 * missing or paused while SMS leave, and the other way round.
 */
export function connectionOf({ status, sms, up }: Delivery, traffic: Traffic, done: number): MessageConnection {
  const waiting = traffic.waiting + traffic.sending;
  const problem = (about: MessageProblem): MessageConnection => ({
    kind: 'problem',
    waiting,
    about,
  });
  switch (status.kind) {
    case 'working-offline':
      return { kind: 'offline', waiting, of: 'messages', chosen: true };
    case 'no-network':
      return { kind: 'offline', waiting, of: 'messages', chosen: false };
    case 'paused':
      if (status.reason !== NO_ACCOUNT.reason) return problem('mail');
      if (!up) return { kind: 'offline', waiting, of: 'messages', chosen: false };
      if (traffic.emails > 0) return problem('no-mail-account');
      break;
    case 'stuck':
      return problem('mail');
    case 'idle':
    case 'sending':
    case 'backing-off':
      break;
  }
  // The engine tells of the account for SMS once one wants to leave.
  if (sms.kind === 'paused') return problem('sms');
  return traffic.sending > 0 ? { kind: 'sending', done, total: done + waiting } : { kind: 'online' };
}

/** How many have left since messages last began to leave. */
function useBatch(counts: MessageCounts): { readonly done: number } {
  const { sending } = counts;
  // What did not arrive has left all the same.
  const sent = counts.sent + counts['not-delivered'];
  const [start, setStart] = useState<number | null>(null);
  if (sending > 0 && start === null) setStart(sent);
  if (sending === 0 && start !== null) setStart(null);
  return { done: start === null ? 0 : sent - start };
}
