import { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailAccount } from '../../../shared/host/mail-account.js';
import type { Mail } from './compose-mime.js';
import { cleanReply, readSmtpError, type SmtpFailure, type SmtpStage } from './smtp-failure.js';
import { proveByToken } from './oauth/prove-by-token.js';

/** Milliseconds. */
export interface SmtpTimeouts {
  /** From the first packet to a secure line, and once more from there to the end of login. */
  readonly connect: number;
  /** From MAIL FROM to the answer to DATA. */
  readonly envelope: number;
  /** From DATA to the final answer: RFC 5321 4.5.3.2 asks for ten minutes, and a shorter wait makes duplicates. */
  readonly message: number;
}
export const SMTP_TIMEOUTS: SmtpTimeouts = { connect: 60_000, envelope: 120_000, message: 600_000 };

export type SendResult =
  | { readonly kind: 'accepted'; readonly reply: string }
  | { readonly kind: 'refused'; readonly failure: SmtpFailure }
  /** `onData` refused: not a byte of the message went out. */
  | { readonly kind: 'stopped' };

export type OpenResult =
  { readonly ok: true; readonly session: SmtpSession } | { readonly ok: false; readonly failure: SmtpFailure };

/** What proves who the account is. */
export type SmtpProof = { readonly password: string } | { readonly accessToken: string };

/** How long a server that no longer answers QUIT is listened to. */
const GOODBYE = 5_000;

/** One secured, signed-in connection to a mail server, used for one mail after the other. */
export class SmtpSession {
  readonly #connection: SMTPConnection;
  readonly #timeouts: SmtpTimeouts;
  #alive = true;
  #needsReset = false;
  /** First line of the server's answer to EHLO: who it says it is. */
  readonly greeting: string;

  private constructor(connection: SMTPConnection, timeouts: SmtpTimeouts) {
    this.#connection = connection;
    this.#timeouts = timeouts;
    const hello = typeof connection.lastServerResponse === 'string' ? connection.lastServerResponse : '';
    this.greeting = cleanReply(hello.split('\n')[0]?.replace(/^\d{3}[ -]/, '') ?? '');
    connection.on('error', () => (this.#alive = false));
    connection.on('end', () => (this.#alive = false));
  }

  /** Connects, secures, signs in. Not a word is said about user or mail before the line is secure. */
  static async open(
    account: MailAccount,
    proof: SmtpProof,
    timeouts: SmtpTimeouts = SMTP_TIMEOUTS,
  ): Promise<OpenResult> {
    const connection = new SMTPConnection({
      host: account.host,
      port: account.port,
      secure: account.security === 'tls',
      requireTLS: account.security === 'starttls',
      tls: {
        minVersion: 'TLSv1.2',
        ...(account.authority === '' ? {} : { ca: [...rootCertificates, account.authority] }),
      },
      name: '[127.0.0.1]', // the name of the laptop is nobody's business
      connectionTimeout: timeouts.connect,
      greetingTimeout: timeouts.connect,
      dnsTimeout: timeouts.connect,
      socketTimeout: timeouts.message,
      ...('accessToken' in proof ? { customAuth: { XOAUTH2: proveByToken(account.user, proof.accessToken) } } : {}),
    });
    try {
      await connect(connection, timeouts.connect);
      const session = new SmtpSession(connection, timeouts);
      if ('accessToken' in proof) await session.#login({ user: account.user, method: 'XOAUTH2' });
      else if (account.user !== '') await session.#login({ user: account.user, pass: proof.password });
      return { ok: true, session };
    } catch (error) {
      connection.close();
      const stage: SmtpStage = connection.secure && connection.stage === 'connected' ? 'login' : 'connect';
      return { ok: false, failure: readSmtpError(error, stage) };
    }
  }

  get alive(): boolean {
    return this.#alive;
  }

  /**
   * Sends one mail. `onData` is called when the server has accepted DATA and before the first byte of the message leaves;
   * when it answers false the line is dropped instead.
   */
  async send(mail: Mail, onData: () => Promise<boolean>): Promise<SendResult> {
    const progress: { stage: SmtpStage; stopped: boolean } = { stage: 'mail-from', stopped: false };
    const body = afterPermission(mail.bytes, async () => {
      const allowed = await onData();
      if (allowed) progress.stage = 'message';
      else progress.stopped = true;
      return allowed;
    });
    try {
      if (this.#needsReset) await this.#reset();
      return { kind: 'accepted', reply: cleanReply(await this.#transmit(mail, body, progress)) };
    } catch (error) {
      const failure = readSmtpError(error, progress.stage);
      if (failure.kind === 'reply' && progress.stage !== 'message') this.#needsReset = true;
      else this.close();
      return progress.stopped ? { kind: 'stopped' } : { kind: 'refused', failure };
    }
  }

  /** Says goodbye and closes. */
  quit(): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#connection.quit();
    setTimeout(() => {
      this.#connection.close();
    }, GOODBYE).unref();
  }

  close(): void {
    this.#alive = false;
    this.#connection.close();
  }

  async #login(login: { user: string; pass: string } | { user: string; method: 'XOAUTH2' }): Promise<void> {
    await this.#step(this.#timeouts.connect, (done) => {
      this.#connection.login(login, done);
    });
  }

  async #reset(): Promise<void> {
    await this.#step(this.#timeouts.envelope, (done) => {
      this.#connection.reset(done);
    });
    this.#needsReset = false;
  }

  async #transmit(mail: Mail, body: Readable, progress: { readonly stage: SmtpStage }): Promise<string> {
    let reply = '';
    const start = (done: (error?: unknown) => void): void => {
      this.#connection.send({ from: mail.from, to: mail.to }, body, (error, info) => {
        if (!(error instanceof Error)) reply = info.response;
        done(error);
      });
    };
    const more = (): number => (progress.stage === 'message' ? this.#timeouts.message : 0);
    await this.#step(this.#timeouts.envelope, start, more);
    return reply;
  }

  /**
   * Ends with the callback, with the line, or when the time is over: nodemailer alone would wait for ever.
   *
   * @param more asked once when the time is over: how many milliseconds longer to wait
   */
  async #step(
    timeout: number,
    start: (done: (error?: unknown) => void) => void,
    more: () => number = () => 0,
  ): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      let timer = setTimeout(() => {
        timer = setTimeout(ended, more(), new Error('no answer in time'));
      }, timeout);
      // A turn later, so that a callback that knows the reason comes first.
      const lost = (): void => void setImmediate(ended, new Error('the line was closed'));
      const ended = (error?: unknown): void => {
        clearTimeout(timer);
        this.#connection.off('end', lost);
        if (error instanceof Error) reject(error);
        else resolve();
      };
      this.#connection.once('end', lost);
      start(ended);
    });
  }
}

/** nodemailer limits each step up to the greeting; a server that falls silent after it would be listened to for ever. */
async function connect(connection: SMTPConnection, timeout: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    timer = setTimeout(reject, timeout, new Error('no answer in time'));
    connection.on('error', reject);
    connection.once('end', () => {
      reject(new Error('the line was closed'));
    });
    connection.connect((error) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  }).finally(() => {
    clearTimeout(timer);
  });
}

/** Nothing is read from it, and nothing sent, before `mayStart` has answered true. */
function afterPermission(bytes: Uint8Array, mayStart: () => Promise<boolean>): Readable {
  return Readable.from(
    (async function* () {
      if (!(await mayStart())) throw new Error('stopped before the message');
      yield bytes;
    })(),
    { objectMode: false },
  );
}
