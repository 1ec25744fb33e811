import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SIGN_IN_PATH } from '../../../../shared/domain/mail-servers.js';

/** The answer that the browser brought, and the page that it waits for. */
export interface BroughtAnswer {
  readonly parameters: URLSearchParams;
  /** Shows the last page and closes the address behind it. */
  show(page: string): void;
}

/** An address on this machine to which the browser comes back, once (RFC 8252 7.3). */
export interface Loopback {
  readonly redirectUri: string;
  /** The first answer that bears our state; whatever else knocks is turned away and changes nothing. */
  readonly answer: Promise<BroughtAnswer>;
  close(): void;
}

export async function openLoopback(state: string): Promise<Loopback> {
  let bring: (answer: BroughtAnswer) => void = () => undefined;
  const answer = new Promise<BroughtAnswer>((resolve) => {
    bring = resolve;
  });
  let brought = false;
  let host = '';
  const server = createServer((request, response) => {
    const refusal = refuse(request, host, state);
    const status = refusal ?? (brought ? 410 : null);
    if (status !== null) {
      response.writeHead(status, HEADERS).end();
      return;
    }
    brought = true;
    bring({
      parameters: new URL(request.url ?? '', `http://${host}`).searchParams,
      show: (page) => {
        showLast(server, response, page);
      },
    });
  });
  host = `127.0.0.1:${(await listen(server)).toString()}`;
  return {
    redirectUri: `http://${host}${SIGN_IN_PATH}`,
    answer,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  Connection: 'close',
};

/** Only a page that a browser navigates to, under our own name (a foreign one is DNS rebinding), with our own state. */
function refuse({ method, headers, url }: IncomingMessage, host: string, state: string): number | null {
  if (headers.host !== host) return 421;
  if (method !== 'GET') return 405;
  const asked = new URL(url ?? '/', `http://${host}`);
  if (asked.pathname !== SIGN_IN_PATH) return 404;
  const destination = headers['sec-fetch-dest'];
  if (destination !== undefined && destination !== 'document') return 403;
  const states = asked.searchParams.getAll('state');
  return states.length === 1 && states[0] === state ? null : 400;
}

function showLast(server: Server, response: ServerResponse, page: string): void {
  response.on('close', () => {
    server.close();
    server.closeAllConnections();
  });
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1', exclusive: true }, resolve);
  });
  server.unref();
  return (server.address() as AddressInfo).port;
}
