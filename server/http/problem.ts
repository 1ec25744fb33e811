import type { Problem, SyncProblemCode } from '../../shared/sync/protocol.js';

const STATUS: Readonly<Record<SyncProblemCode, number>> = {
  'sync/invalid-request': 400,
  'sync/not-found': 404,
  'sync/unknown-invitation': 403,
  'sync/device-taken': 409,
  'sync/bad-signature': 401,
  'sync/clock': 401,
  'sync/replayed': 401,
  'sync/revoked': 401,
  'sync/not-allowed': 403,
  'sync/gap': 409,
  'sync/rewound': 409,
  'sync/epoch': 409,
  'sync/scope': 409,
  'sync/cursor-expired': 410,
  'sync/schema-too-old': 426,
  'sync/schema-too-new': 409,
  'sync/too-large': 413,
  'sync/too-many': 429,
  'sync/damaged-part': 422,
  'sync/incomplete-file': 409,
  'sync/erased': 410,
  'sync/server-fault': 500,
};

type Beside = Omit<Problem, 'code' | 'title' | 'status'>;

/** An expected refusal of a whole request: thrown by whoever finds it, answered in one place as RFC 9457 says. */
export class RequestProblem extends Error {
  readonly code: SyncProblemCode;
  readonly beside: Beside;

  constructor(code: SyncProblemCode, beside: Beside = {}) {
    super(code);
    this.code = code;
    this.beside = beside;
  }
}

export function statusOf(code: SyncProblemCode): number {
  return STATUS[code];
}

/** The body of a refusal; its title is for whoever reads a log, and the same for each code. */
export function problemBody(code: SyncProblemCode, beside: Beside = {}): Problem {
  return { code, title: code.slice('sync/'.length).replaceAll('-', ' '), status: STATUS[code], ...beside };
}
