import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Instant } from '../../shared/lib/time.js';

/** How this laptop stands with its server, as the last real attempt left it; `nextAt`: when it tries again by itself. */
export type SyncStatus =
  /** It belongs to no organisation. */
  | { readonly kind: 'off' }
  /** The server cannot be reached, or nothing may leave this laptop. */
  | { readonly kind: 'offline'; readonly nextAt?: Instant }
  /** `total` is null where it is not known how much there is. */
  | { readonly kind: 'syncing'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'online' }
  /** Somebody has to put something right. */
  | { readonly kind: 'problem'; readonly code: HostErrorCode; readonly nextAt?: Instant };
