import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { connect, rootCertificates, type TLSSocket } from 'node:tls';
import { TLS_CODES } from '../network/tls-codes.js';
import type { GatewayAnswer, GatewayRequest } from './sms-gateway.js';

/** Milliseconds. */
export interface GatewayTimeouts {
  /** To a secure line. */
  readonly connect: number;
  /** From the request to the last byte of the answer. A shorter wait makes messages uncertain. */
  readonly answer: number;
}
export const GATEWAY_TIMEOUTS: GatewayTimeouts = { connect: 30_000, answer: 120_000 };

export type RequestResult =
  | { readonly kind: 'answered'; readonly answer: GatewayAnswer }
  /** Not a byte of the request went out. */
  | { readonly kind: 'not-secure' | 'no-connection'; readonly detail: string }
  /** `onReady` refused: not a byte of the request went out. */
  | { readonly kind: 'stopped' }
  /** It went out, and no whole answer came. */
  | { readonly kind: 'unanswered'; readonly detail: string };

interface RequestOptions {
  /** PEM to trust beside the system's; empty for none. */
  readonly authority: string;
  readonly timeouts: GatewayTimeouts;
  /** The line is secure and nothing was said yet. */
  readonly onReady: () => Promise<boolean>;
}

/** Bytes; answers are short. */
const MAX_ANSWER = 64 * 1024;

/**
 * One request over a line of its own. The line is made secure first, so that whatever fails until then has surely sent
 * nothing. No redirection is followed.
 */
export async function sendRequest(wanted: GatewayRequest, options: RequestOptions): Promise<RequestResult> {
  const { timeouts, onReady } = options;
  let socket: TLSSocket;
  try {
    socket = await secureLine(wanted.url, options);
  } catch (error) {
    const detail = codeOf(error);
    return { kind: TLS_CODES.test(detail) ? 'not-secure' : 'no-connection', detail };
  }
  try {
    if (!(await onReady())) return { kind: 'stopped' };
    return { kind: 'answered', answer: await ask(socket, wanted, timeouts.answer) };
  } catch (error) {
    return { kind: 'unanswered', detail: codeOf(error) };
  } finally {
    socket.destroy();
  }
}

async function secureLine({ hostname, port }: URL, { authority, timeouts }: RequestOptions): Promise<TLSSocket> {
  const host = hostname.replace(/^\[|\]$/g, ''); // IPv6
  const socket = connect({
    host,
    port: port === '' ? 443 : Number(port),
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['http/1.1'],
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(authority === '' ? {} : { ca: [...rootCertificates, authority] }),
  });
  const late = setTimeout(() => {
    socket.destroy(new GatewayError('ETIMEDOUT'));
  }, timeouts.connect);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve);
      socket.once('error', reject);
      socket.once('close', () => {
        reject(new GatewayError('ECONNRESET'));
      });
    });
    return socket;
  } finally {
    clearTimeout(late);
  }
}

async function ask(socket: TLSSocket, wanted: GatewayRequest, timeout: number): Promise<GatewayAnswer> {
  const { url, method, headers, body } = wanted;
  const asked = request({
    createConnection: () => socket,
    host: url.hostname,
    path: `${url.pathname}${url.search}`,
    method,
    headers: {
      host: url.host,
      connection: 'close',
      ...headers,
      ...(method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body).toString() }),
    },
  });
  const late = setTimeout(() => {
    asked.destroy(new GatewayError('ETIMEDOUT'));
  }, timeout);
  try {
    const answer = responseTo(asked);
    asked.end(body);
    const response = await answer;
    return { status: response.statusCode ?? 0, body: await textOf(response) };
  } finally {
    clearTimeout(late);
  }
}

async function responseTo(asked: ClientRequest): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    asked.once('response', resolve);
    asked.on('error', reject);
  });
}

/** What came of the body: where the line is cut in the middle, the status is an answer already. */
async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response) {
      if (!Buffer.isBuffer(part)) continue;
      parts.push(part);
      length += part.length;
      if (length > MAX_ANSWER) break;
    }
  } catch {
    // A cut body is read as far as it came.
  }
  return Buffer.concat(parts).subarray(0, MAX_ANSWER).toString();
}

class GatewayError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Node's own name of what went wrong; its text is not kept, as it may repeat addresses. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EUNKNOWN';
}
