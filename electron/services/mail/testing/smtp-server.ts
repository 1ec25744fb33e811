import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { makeCertificate, type Certificate } from './test-certificates.js';

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: string;
  readonly mail: Email;
  /** Whether the line was secure and the sender signed in. */
  readonly secure: boolean;
  readonly user: string;
}

/** What happens to mails to one recipient. */
export type Fault =
  /** Answered only once that has come to its end. */
  | { readonly at: 'message'; readonly meanwhile: () => Promise<void> }
  /** Answered at that point with a line as `550 5.1.1 No such user`. */
  | { readonly at: 'recipient' | 'message'; readonly reply: string }
  /** The line is cut after the whole message came in, before it is answered. */
  | { readonly at: 'message'; readonly cut: 'before-storing' | 'after-storing' };

export interface TestSmtpServer {
  readonly host: string;
  readonly port: number;
  /** PEM of the authority that signed the server's certificate: the account's `authority`. */
  readonly authority: string;
  readonly user: string;
  readonly password: string;
  /** In the order of arrival. */
  readonly received: readonly ReceivedMail[];
  /** Connections opened so far. */
  readonly connections: number;
  /** Faults by recipient, in lower case; may be changed at any time. */
  readonly faults: Map<string, Fault>;
  /** Ends every connection without a word, as servers do with idle ones. */
  hangUp(): void;
  /** Resolves when this many mails have arrived. */
  waitFor(mails: number): Promise<void>;
  stop(): Promise<void>;
}

export interface TestSmtpOptions {
  /** A free one when left out. */
  readonly port?: number;
  readonly security?: 'starttls' | 'tls';
  readonly password?: string;
  /** Lets in by XOAUTH2 alone whoever shows a token of which this says yes. */
  readonly accepts?: (user: string, accessToken: string) => Promise<boolean>;
}

/** A real mail server on the loopback interface that takes mail only over TLS and only from somebody who signed in. */
export async function startSmtpServer(options: TestSmtpOptions = {}): Promise<TestSmtpServer> {
  const { port = 0, security = 'starttls', password = 'correct horse battery staple' } = options;
  const authority = makeCertificate({ name: 'Test authority' });
  const certificate = makeCertificate({ name: 'localhost', hosts: ['localhost', '127.0.0.1'], issuer: authority });
  const state: ServerState = { received: [], faults: new Map(), waiting: new Set(), connections: 0 };
  const server = createServer(state, { security, password, certificate, accepts: options.accepts ?? null });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    host: 'localhost',
    port: (server.server.address() as AddressInfo).port,
    authority: authority.cert.trim(),
    user: USER,
    password,
    received: state.received,
    faults: state.faults,
    hangUp: () => {
      hangUp(server);
    },
    get connections() {
      return state.connections;
    },
    waitFor: async (mails) => {
      while (state.received.length < mails) {
        await new Promise<void>((resolve) => {
          state.waiting.add(resolve);
        });
      }
    },
    stop: async () => {
      hangUp(server);
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}

interface ServerState {
  readonly received: ReceivedMail[];
  readonly faults: Map<string, Fault>;
  readonly waiting: Set<() => void>;
  connections: number;
}

function createServer(
  state: ServerState,
  {
    security,
    password,
    certificate,
    accepts,
  }: Required<Pick<TestSmtpOptions, 'security' | 'password'>> & {
    readonly certificate: Certificate;
    readonly accepts: Exclude<TestSmtpOptions['accepts'], undefined> | null;
  },
): SMTPServer {
  const server = new SMTPServer({
    secure: security === 'tls',
    cert: certificate.cert,
    key: certificate.key,
    authMethods: accepts === null ? ['PLAIN', 'LOGIN'] : ['XOAUTH2'],
    logger: false,
    onConnect: (_session, done) => {
      state.connections += 1;
      done();
    },
    onAuth: (auth, _session, done) => {
      if (auth.method === 'XOAUTH2') {
        const { username = '', accessToken = '' } = auth;
        void accepts?.(username, accessToken).then((good) => {
          done(null, good ? { user: username } : { data: { status: '401', schemes: 'bearer' } });
        });
      } else if (auth.username === USER && auth.password === password) done(null, { user: auth.username });
      else done(refusal('535 5.7.8 Authentication credentials invalid'));
    },
    onRcptTo: ({ address }, _session, done) => {
      const fault = state.faults.get(address.toLowerCase());
      if (fault?.at === 'recipient') done(refusal(fault.reply));
      else done();
    },
    onData: (stream, session, done) => {
      const take = async (raw: string): Promise<void> => {
        const fault = state.faults.get(session.envelope.rcptTo[0]?.address.toLowerCase() ?? '');
        const cut = fault !== undefined && 'cut' in fault ? fault.cut : null;
        if (fault !== undefined && 'meanwhile' in fault) await fault.meanwhile();
        if (fault !== undefined && 'reply' in fault) done(refusal(fault.reply));
        else {
          if (cut !== 'before-storing') await keep(state, raw, session);
          if (cut === null) done(null, '2.0.0 OK: queued');
          else hangUp(server);
        }
      };
      void text(stream).then(take, () => undefined); // a client that hung up in the middle has sent nothing
    },
  });
  server.on('error', () => undefined); // a client that hangs up is what the tests are about
  return server;
}

function hangUp(server: SMTPServer): void {
  for (const connection of server.connections) connection._socket.destroy();
}

async function keep(state: ServerState, raw: string, session: SMTPServerSession): Promise<void> {
  state.received.push(await readMail(raw, session));
  for (const wake of state.waiting) wake();
  state.waiting.clear();
}

const USER = 'fair@example.com';

async function readMail(raw: string, session: SMTPServerSession): Promise<ReceivedMail> {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    envelope: { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) },
    raw,
    mail: await PostalMime.parse(raw),
    secure: session.secure,
    user: typeof session.user === 'string' ? session.user : '',
  };
}

function refusal(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
