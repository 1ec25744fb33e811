import type { Instant } from '../../../shared/lib/time.js';

/** What delivery is doing, or why it does nothing, as the engine tells it. */
export type DeliveryStatus =
  | { readonly kind: 'idle' | 'sending' | 'working-offline' | 'no-network' }
  /** Until somebody puts the account right. */
  | { readonly kind: 'paused'; readonly reason: string; readonly reply: string }
  | { readonly kind: 'backing-off'; readonly reason: string; readonly reply: string; readonly until: Instant }
  /** The host or the disk did not take it. */
  | { readonly kind: 'stuck'; readonly code: string };
