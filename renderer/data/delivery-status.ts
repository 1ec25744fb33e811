import type { DeliveryReason } from '../../shared/domain/delivery-reason.js';
import type { DueObstacle } from '../../shared/domain/message-state.js';
import type { Instant } from '../../shared/lib/time.js';

/** What delivery is doing, or why it does nothing: one word for the pill, every list, the dossier and the Outbox. */
export type DeliveryStatus =
  | { readonly kind: 'idle' | 'sending' | 'working-offline' | 'no-network' }
  /** Until somebody puts the account right. */
  | { readonly kind: 'paused'; readonly reason: string; readonly reply: string }
  | { readonly kind: 'backing-off'; readonly reason: string; readonly reply: string; readonly until: Instant }
  /** The host or the disk did not take it. */
  | { readonly kind: 'stuck'; readonly code: string };

/** What is known about the way out besides what the engine tells. */
export interface WayOut {
  /** The host's word about the network; it is never asked whether anybody answers there. */
  readonly up: boolean;
  readonly hasAccount: boolean;
  /** The consent to use the account has ended, or nobody has signed in. */
  readonly needsSignIn: boolean;
  readonly workOffline: boolean;
}

const WORKING_OFFLINE: DeliveryStatus = { kind: 'working-offline' };
const NO_NETWORK: DeliveryStatus = { kind: 'no-network' };
const SENDING: DeliveryStatus = { kind: 'sending' };
const IDLE: DeliveryStatus = { kind: 'idle' };

/** The account that delivery waits for was never entered. */
export const NO_ACCOUNT = { kind: 'paused', reason: 'mail/no-account' satisfies DeliveryReason, reply: '' } as const;

/** Found before anything is due: better at the office than in the hall. */
export const SIGN_IN_AGAIN = {
  kind: 'paused',
  reason: 'mail/sign-in-again' satisfies DeliveryReason,
  reply: '',
} as const;

/**
 * The one status of both: an account is missed longer than a network, so it is named first. The engine asks of the network
 * only when something is due, and every half a minute; about the network the newer word counts.
 */
export function deliveryStatus(
  engine: DeliveryStatus,
  { up, hasAccount, needsSignIn, workOffline }: WayOut,
): DeliveryStatus {
  if (workOffline) return WORKING_OFFLINE;
  if (engine.kind === 'paused' || engine.kind === 'stuck') return engine;
  if (!hasAccount) return NO_ACCOUNT;
  if (needsSignIn) return SIGN_IN_AGAIN;
  if (!up) return NO_NETWORK;
  if (engine.kind === 'backing-off') return engine;
  return engine.kind === 'sending' ? SENDING : IDLE;
}

/** What a message that is due waits for; null when nothing stands in its way. */
export function obstacleOf({ kind }: DeliveryStatus): DueObstacle | null {
  switch (kind) {
    case 'working-offline':
    case 'no-network':
      return 'connection';
    case 'paused':
      return 'account';
    case 'backing-off':
      return 'next-attempt';
    case 'idle':
    case 'sending':
    case 'stuck':
      return null;
  }
}
