import type { HostErrorCode } from '../../shared/host/errors.js';

/** How this laptop stands with its server, as the last real attempt left it. */
export type SyncStatus =
  /** It belongs to no organisation. */
  | { readonly kind: 'off' }
  /** The server cannot be reached, or nothing may leave this laptop. */
  | { readonly kind: 'offline' }
  /** `total` is null where it is not known how much there is. */
  | { readonly kind: 'syncing'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'online' }
  /** Somebody has to put something right. */
  | { readonly kind: 'problem'; readonly code: HostErrorCode };
