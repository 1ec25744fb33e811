import { EventEmitter, once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { makeCertificate, type Certificate } from './test-certificates.js';

/** The moments of a conversation at which something can go wrong, in their order. */
export const POINTS = [
  'connect',
  'hello',
  'starttls',
  'tls',
  'secure-hello',
  'auth',
  'mail-from',
  'recipient',
  'data',
  'body',
  'stored',
] as const;
export type Point = (typeof POINTS)[number];

export interface Trouble {
  readonly at: Point;
  /** `cut` the line, fall `silent`, or answer this line. `stored` comes after the mail was kept: an answer is lost. */
  readonly what: 'cut' | 'silent' | { readonly reply: string };
}

export interface FaultServer {
  readonly host: string;
  readonly port: number;
  readonly authority: string;
  readonly user: string;
  readonly password: string;
  /** Recipients whose mail was kept, once for each time. */
  readonly stored: readonly string[];
  /** First word of everything that was said to it, and whether the line was secure. */
  readonly said: readonly { readonly verb: string; readonly secure: boolean }[];
  /** Taken by the next connections; null for none. */
  trouble: Trouble | null;
  /** Resolves when it falls silent the next time. */
  silent(): Promise<void>;
  stop(): Promise<void>;
}

export interface FaultServerOptions {
  /** Says nothing of STARTTLS and refuses it, as somebody in the middle would make it. */
  readonly stripped?: boolean;
  readonly certificate?: Certificate;
  /** Lets the client send the envelope and DATA in one go (RFC 2920), as the great servers do. */
  readonly pipelining?: boolean;
  /** Sends every answer byte by byte. */
  readonly bytewise?: boolean;
}

const AUTHORITY = makeCertificate({ name: 'Test authority' });
const GOOD = makeCertificate({ name: 'localhost', hosts: ['localhost'], issuer: AUTHORITY });

/** Mail servers that do what they should not. Signed by the same authority unless another certificate is given. */
export function certificateFor(hosts: readonly string[], notAfter?: Date): Certificate {
  const validity = notAfter === undefined ? {} : { notBefore: new Date(notAfter.getTime() - 86_400_000), notAfter };
  return makeCertificate({ name: 'localhost', hosts, issuer: AUTHORITY, ...validity });
}

/** A mail server that gets into trouble at a chosen point. Speaks just enough SMTP (RFC 5321, 3207, 4954). */
export async function startFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  const state: ServerState = {
    trouble: null,
    stored: [],
    said: [],
    options,
    sockets: new Set(),
    events: new EventEmitter(),
  };
  const server = createServer((socket) => {
    state.sockets.add(socket);
    new Conversation(state, socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: 'localhost',
    port: (server.address() as AddressInfo).port,
    authority: AUTHORITY.cert.trim(),
    user: 'fair@example.com',
    password: 'a password',
    stored: state.stored,
    said: state.said,
    get trouble() {
      return state.trouble;
    },
    set trouble(trouble: Trouble | null) {
      state.trouble = trouble;
    },
    silent: async () => {
      await once(state.events, 'silent');
    },
    stop: async () => {
      for (const socket of state.sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface ServerState {
  trouble: Trouble | null;
  readonly stored: string[];
  readonly said: { verb: string; secure: boolean }[];
  readonly options: FaultServerOptions;
  readonly sockets: Set<Socket>;
  readonly events: EventEmitter;
}

class Conversation {
  readonly #state: ServerState;
  #socket: Socket;
  #secure = false;
  #input = '';
  #recipient = '';
  #inData = false;

  constructor(state: ServerState, socket: Socket) {
    this.#state = state;
    this.#socket = socket;
    this.#listen();
    if (!this.#struck('connect')) this.#say('220 test.example ESMTP');
  }

  #listen(): void {
    this.#socket.on('error', () => undefined);
    this.#socket.on('data', (chunk: Buffer) => {
      this.#input += chunk.toString('latin1');
      this.#read();
    });
  }

  #read(): void {
    for (;;) {
      const end = this.#input.indexOf(this.#inData ? '\r\n.\r\n' : '\r\n');
      if (end === -1) return;
      const line = this.#input.slice(0, end);
      this.#input = this.#input.slice(end + (this.#inData ? 5 : 2));
      if (this.#inData) this.#mail();
      else this.#command(line);
    }
  }

  #command(line: string): void {
    const verb = line.split(' ')[0]?.toUpperCase() ?? '';
    this.#state.said.push({ verb, secure: this.#secure });
    switch (verb) {
      case 'EHLO':
        if (this.#struck(this.#secure ? 'secure-hello' : 'hello')) return;
        this.#say(['250-test.example', ...this.#offers(), '250 AUTH PLAIN'].join('\r\n'));
        return;
      case 'STARTTLS':
        if (this.#struck('starttls')) return;
        if (!this.#offersTls()) this.#say('502 5.5.1 Not implemented');
        else this.#upgrade();
        return;
      case 'AUTH':
        if (!this.#struck('auth')) this.#say('235 2.7.0 Welcome');
        return;
      case 'MAIL':
        if (!this.#struck('mail-from')) this.#say('250 2.1.0 Ok');
        return;
      case 'RCPT':
        this.#recipient = /<(.*)>/.exec(line)?.[1] ?? '';
        if (!this.#struck('recipient')) this.#say('250 2.1.5 Ok');
        return;
      case 'DATA':
        if (this.#struck('data')) return;
        this.#inData = true;
        this.#say('354 Go ahead');
        return;
      case 'QUIT':
        this.#say('221 Bye');
        this.#socket.end();
        return;
      default:
        this.#say('250 Ok');
    }
  }

  #mail(): void {
    this.#inData = false;
    if (this.#struck('body')) return;
    this.#state.stored.push(this.#recipient);
    if (!this.#struck('stored')) this.#say('250 2.0.0 Queued');
  }

  #offers(): readonly string[] {
    const { pipelining } = this.#state.options;
    return [...(this.#offersTls() ? ['250-STARTTLS'] : []), ...(pipelining === true ? ['250-PIPELINING'] : [])];
  }

  #offersTls(): boolean {
    return !this.#secure && this.#state.options.stripped !== true;
  }

  #upgrade(): void {
    const plain = this.#socket;
    plain.removeAllListeners('data');
    this.#say('220 Ready');
    if (this.#struck('tls')) return;
    const secureContext = createSecureContext(this.#state.options.certificate ?? GOOD);
    this.#socket = new TLSSocket(plain, { isServer: true, secureContext });
    this.#secure = true;
    this.#input = '';
    this.#listen();
  }

  #struck(at: Point): boolean {
    const { trouble } = this.#state;
    if (trouble?.at !== at) return false;
    if (trouble.what === 'cut') this.#socket.destroy();
    else if (trouble.what === 'silent') this.#state.events.emit('silent');
    else this.#say(trouble.what.reply);
    return true;
  }

  #say(reply: string): void {
    const line = `${reply}\r\n`;
    if (this.#state.options.bytewise !== true) this.#socket.write(line);
    else for (const byte of line) this.#socket.write(byte);
  }
}
