import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { makeCertificate } from '../../mail/testing/test-certificates.js';

export interface AskedOfGateway {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface GivenAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `cut` the line, or fall `silent`, once the request is there: an SMS may or may not have gone out behind it. */
export type Trouble = 'cut' | 'silent';

export interface GatewayServer {
  /** `https://localhost:<port>` */
  readonly origin: string;
  readonly authority: string;
  readonly asked: readonly AskedOfGateway[];
  /** Lines that were made secure. */
  readonly lines: number;
  /** Before the gateway itself is asked; null lets it answer. */
  answer: (asked: AskedOfGateway) => GivenAnswer | Trouble | null;
  /** Resolves when it falls silent the next time. */
  silent(): Promise<void>;
  stop(): Promise<void>;
}

const AUTHORITY = makeCertificate({ name: 'Gateway authority' });
const CERTIFICATE = makeCertificate({ name: 'localhost', hosts: ['localhost'], issuer: AUTHORITY });

/** A gateway over real TLS that answers as `behave` says. */
export async function startGateway(behave: (asked: AskedOfGateway) => GivenAnswer): Promise<GatewayServer> {
  const asked: AskedOfGateway[] = [];
  const sockets = new Set<TLSSocket>();
  let onSilent = (): void => undefined;
  let lines = 0;
  const state = { answer: (): GivenAnswer | Trouble | null => null } as Pick<GatewayServer, 'answer'>;
  const server = createServer({ key: CERTIFICATE.key, cert: CERTIFICATE.cert }, (request, response) => {
    void read(request).then((one) => {
      asked.push(one);
      const given = state.answer(one) ?? behave(one);
      if (given === 'cut') request.socket.destroy();
      else if (given === 'silent') onSilent();
      else give(response, given);
    });
  });
  server.on('secureConnection', (socket) => {
    lines += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port.toString()}`,
    authority: AUTHORITY.cert.trim(),
    asked,
    get lines() {
      return lines;
    },
    get answer() {
      return state.answer;
    },
    set answer(answer) {
      state.answer = answer;
    },
    silent: async () => {
      await new Promise<void>((resolve) => (onSilent = resolve));
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<AskedOfGateway> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method = '', url = '', headers } = request;
  return { method, path: url, headers, body: Buffer.concat(parts).toString() };
}

function give(response: ServerResponse, { status, body = '', headers = {} }: GivenAnswer): void {
  response.writeHead(status, headers).end(body);
}
