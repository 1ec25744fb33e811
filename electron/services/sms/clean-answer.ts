import { singleLine } from '../../../shared/domain/single-line.js';
import type { GatewayAnswer } from './sms-gateway.js';

/** Longest reply that a delivery event holds. */
const MAX_REPLY = 500;

/** Status and the words of an answer, as one line of visible text. */
export function replyOf({ status }: GatewayAnswer, words: string): string {
  return singleLine(`${status.toString()} ${words}`).slice(0, MAX_REPLY);
}

/** The body as JSON, whatever it is; undefined when it is none. */
export function jsonOf({ body }: GatewayAnswer): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

export function isSuccess({ status }: GatewayAnswer): boolean {
  return status >= 200 && status < 300;
}
