import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Failure } from '../../../shared/lib/result.js';
import type { Problem, SyncProblemCode } from '../../../shared/sync/protocol.js';
import type { TransportErrorCode } from './sync-transport.js';

export type SyncErrorCode = Extract<HostErrorCode, `sync/${string}`>;

/** Why a request was not answered as wished; `problem` is what the server said. */
export interface SyncTrouble extends Failure<TransportErrorCode | SyncProblemCode> {
  readonly problem: Problem | null;
}

export type Answer<Value> = { readonly ok: true; readonly value: Value } | SyncTrouble;

const SAID: readonly string[] = [
  'sync/unreachable',
  'sync/not-secure',
  'sync/no-tls',
  'sync/not-understood',
  'sync/unknown-invitation',
  'sync/device-taken',
  'sync/bad-signature',
  'sync/clock',
  'sync/revoked',
  'sync/not-allowed',
  'sync/schema-too-old',
  'sync/schema-too-new',
  'sync/too-many',
] satisfies SyncErrorCode[];

/** What a screen is told; whatever a laptop should never be told is the server's fault. */
export function saidAs(code: SyncTrouble['code']): SyncErrorCode {
  if (code === 'sync/too-slow') return 'sync/unreachable';
  return isSaid(code) ? code : 'sync/server-fault';
}

function isSaid(code: string): code is SyncErrorCode {
  return SAID.includes(code);
}
