import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ReportFault } from '../../shared/host/dispatch.js';
import type { Services } from '../services/services.js';
import type { WebContent } from '../services/web-content/create-web-content.js';
import { createAccess, foreign, type Access, type Refusal } from './access.js';
import { answerCall } from './calls.js';
import { drain, requestOf, writeResponse } from './request-of.js';

/** A bulk change set with its messages is a few megabytes, a file at most ten. */
const BODY_LIMIT = 64 * 1024 * 1024;

const STATUS: Record<Refusal, number> = { 'wrong-host': 421, 'foreign-origin': 403, 'no-cookie': 401 };

export interface WebHostServer {
  readonly origin: string;
  readonly access: Access;
  close(): Promise<void>;
}

/** Serves the program on 127.0.0.1, and nobody but the browser that came in with our token. */
export async function openServer(
  port: number,
  services: Services,
  content: WebContent,
  report: ReportFault,
): Promise<WebHostServer> {
  const access = createAccess(port);
  const origin = `http://127.0.0.1:${port}`;

  async function answer(incoming: IncomingMessage): Promise<Response> {
    const method = incoming.method ?? 'GET';
    const url = new URL(incoming.url ?? '/', origin);
    const token = url.pathname === '/' ? url.searchParams.get('token') : null;
    if (token !== null && method === 'GET') return admit(token, incoming);
    const refusal = access.refusalOf(method, incoming.headers);
    if (refusal !== null) return refused(refusal);
    const tooMuch = bodyRefusal(method, incoming.headers['content-length']);
    if (tooMuch !== null) return plain(tooMuch);
    const request = requestOf(incoming, origin);
    const response = (await answerCall(request, services.handlers, report)) ?? (await content(request));
    await drain(incoming);
    return response;
  }

  /** Any site may link here, so the origin of a navigation says nothing; the token itself decides. */
  function admit(token: string, incoming: IncomingMessage): Response {
    if (foreign('GET', { host: incoming.headers.host }, `127.0.0.1:${port}`) !== null) return refused('wrong-host');
    return access.admits(token) ? enteringPage(access.cookie) : refused('no-cookie');
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming)
      .catch((error: unknown) => {
        report('request', error);
        return plain(500);
      })
      .then((response) => finish(response, incoming, outgoing))
      .catch((error: unknown) => report('response', error));
  });
  server.headersTimeout = 10_000;
  await listen(server, port);
  return { origin, access, close: () => closeServer(server) };
}

/** Browsers say how long a body is; one that does not say cannot be refused in time. */
function bodyRefusal(method: string, length: string | undefined): number | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (length === undefined) return 411;
  return Number(length) > BODY_LIMIT ? 413 : null;
}

async function finish(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  // A body that was refused unread is not read either.
  if (!incoming.complete) outgoing.setHeader('Connection', 'close');
  await writeResponse(response, outgoing);
}

/**
 * Takes the token out of the address: `replace` leaves no entry behind in the window's history. The page itself is asked
 * for again because the cookie comes with this answer.
 */
function enteringPage(cookie: string): Response {
  return new Response('<!doctype html><title>Fairdesk</title><meta http-equiv="refresh" content="0;url=/">', {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Set-Cookie': cookie,
    },
  });
}

function refused(refusal: Refusal): Response {
  return plain(
    STATUS[refusal],
    refusal === 'no-cookie' ? 'Open the address that Fairdesk printed when it started.\n' : null,
  );
}

function plain(status: number, words: string | null = null): Response {
  return new Response(words, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
