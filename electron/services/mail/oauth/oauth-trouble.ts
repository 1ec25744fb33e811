import {
  AuthorizationResponseError,
  OperationProcessingError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';
import { failure, type Failure } from '../../../../shared/lib/result.js';

export type OAuthTrouble =
  /** The consent has ended: only a person can go on. */
  | 'mail/sign-in-again'
  /** Nobody answered, or nobody fit: later. */
  | 'mail/sign-in-unreachable'
  /** The server does not take the app registration, or its answer cannot be trusted. */
  | 'mail/sign-in-refused'
  | 'mail/sign-in-denied';

/** RFC 6749 5.2, OpenID Connect Core 3.1.2.6. */
const CONSENT_OVER = new Set(['invalid_grant', 'interaction_required', 'login_required', 'consent_required']);
const LATER = new Set(['temporarily_unavailable', 'server_error', 'slow_down']);

/**
 * What went wrong between us and an authorisation server, as a code; the detail is the protocol's own word. Its sentences are
 * not kept, they name people and directories. What is no trouble of that kind is thrown on.
 */
export function oauthTrouble(error: unknown): Failure<OAuthTrouble> {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return failure('mail/sign-in-denied');
    return failure(LATER.has(error.error) ? 'mail/sign-in-unreachable' : 'mail/sign-in-refused', word(error.error));
  }
  if (error instanceof ResponseBodyError) {
    if (CONSENT_OVER.has(error.error)) return failure('mail/sign-in-again', word(error.error));
    if (LATER.has(error.error) || isBusy(error.status)) return failure('mail/sign-in-unreachable', word(error.error));
    return failure('mail/sign-in-refused', word(error.error));
  }
  if (error instanceof WWWAuthenticateChallengeError) return failure('mail/sign-in-refused', 'invalid_client');
  if (error instanceof OperationProcessingError) {
    if (error.cause instanceof Response && isBusy(error.cause.status)) return failure('mail/sign-in-unreachable');
    return failure('mail/sign-in-refused', word(error.code ?? ''));
  }
  if (isNetworkFault(error)) return failure('mail/sign-in-unreachable');
  throw error;
}

function isBusy(status: number): boolean {
  return status === 429 || status >= 500;
}

/** `fetch` throws a TypeError with the reason behind it; a page of a guest network is no JSON; time runs out. */
function isNetworkFault(error: unknown): boolean {
  if (error instanceof TypeError) return error.cause !== undefined;
  if (error instanceof SyntaxError) return true;
  return error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
}

function word(code: string): string {
  return code.replace(/[^\w.-]/g, '').slice(0, 60);
}
