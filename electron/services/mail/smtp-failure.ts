import { singleLine } from '../../../shared/domain/single-line.js';
import { TLS_CODES } from '../network/tls-codes.js';

/** How far a conversation with the mail server had come. `message` is everything after DATA was accepted. */
export type SmtpStage = 'connect' | 'login' | 'mail-from' | 'recipient' | 'data' | 'message';

/** What went wrong with the mail server, in its own words where it had any. */
export interface SmtpFailure {
  readonly stage: SmtpStage;
  /** `reply`: the server said no. `tls`: the line could not be made secure. `line`: no connection, cut, or silent. */
  readonly kind: 'reply' | 'tls' | 'line';
  /** RFC 5321 reply code; 0 unless `kind` is `reply`. */
  readonly code: number;
  /** RFC 3463 code as `5.1.1`; empty when the server gave none. */
  readonly enhanced: string;
  readonly reply: string;
}

/** Longest reply that a delivery event holds. */
const MAX_REPLY = 500;
/** A server's reply as one line of visible text. */
export function cleanReply(reply: string): string {
  return singleLine(reply).slice(0, MAX_REPLY);
}

/** Reads nodemailer's error. Its text is not kept: it repeats addresses. */
export function readSmtpError(error: unknown, stage: SmtpStage): SmtpFailure {
  const { code, originalCode, response, responseCode, command } = parts(error);
  const reply = cleanReply(response);
  const at = stageOf(command, stage);
  // No user name or password to sign in with: nothing was even asked.
  if (code === 'EAUTH' && responseCode === 0) return { stage: 'login', kind: 'reply', code: 535, enhanced: '', reply };
  if (responseCode > 0 && code !== 'ETLS') {
    const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '';
    return { stage: at, kind: 'reply', code: responseCode, enhanced, reply };
  }
  const tls = at === 'connect' && (TLS_CODES.test(code) || TLS_CODES.test(originalCode));
  return { stage: at, kind: tls ? 'tls' : 'line', code: 0, enhanced: '', reply: reply || originalCode || code };
}

function stageOf(command: string, stage: SmtpStage): SmtpStage {
  if (stage === 'message') return stage;
  if (command === 'EHLO' || command === 'HELO') return 'connect';
  if (command.startsWith('AUTH')) return 'login';
  if (command === 'MAIL FROM') return 'mail-from';
  if (command === 'RCPT TO') return 'recipient';
  return command === 'DATA' ? 'data' : stage;
}

function parts(error: unknown): {
  readonly code: string;
  readonly originalCode: string;
  readonly response: string;
  readonly responseCode: number;
  readonly command: string;
} {
  const values = new Map<string, unknown>(error instanceof Error ? Object.entries(error) : []);
  const text = (name: string): string => {
    const value = values.get(name);
    return typeof value === 'string' ? value : '';
  };
  const responseCode = values.get('responseCode');
  return {
    code: text('code'),
    originalCode: text('originalCode'),
    response: text('response'),
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    command: text('command'),
  };
}
