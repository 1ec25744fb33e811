import type { DeliveryOutcome } from '../../../shared/host/contract.js';
import { fillLogin, type Login } from '../../../shared/domain/login-mail.js';
import { NEEDS_SERVER } from '../../../shared/domain/needs-server.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Message } from '../../../shared/records/message.js';
import type { Network } from '../ports.js';
import type { AccountStore } from './account-store.js';
import { composeMime, type Mail } from './compose-mime.js';
import type { DeliveryLedger, LedgerErrorCode } from '../ledger/ledger.js';
import { outcomeOfFailure } from './outcome-of-failure.js';
import type { AccessTokens } from './oauth/access-tokens.js';
import { isRefusedLogin, openSession } from './open-session.js';
import type { SmtpFailure } from './smtp-failure.js';
import { SMTP_TIMEOUTS, SmtpSession, type SendResult, type SmtpTimeouts } from './smtp-session.js';

export interface DeliveryOptions {
  readonly accounts: Pick<AccountStore, 'read'>;
  readonly tokens: Pick<AccessTokens, 'get'>;
  readonly ledger: DeliveryLedger;
  readonly network: Network;
  /** The bytes of a file of a dossier; `coming` while it is fetched, null when it is gone or cannot be opened. */
  readonly readFile: (fileId: string) => Promise<Uint8Array | 'coming' | null>;
  /**
   * C17: makes a password for the message with this id, and the address of the page that it opens; null: not now. Where nobody
   * makes any, no such mail leaves.
   */
  readonly login?: (id: string) => Promise<Login | null>;
  readonly report: (error: unknown) => void;
  readonly timeouts?: SmtpTimeouts;
}

export type DeliverResult = Result<DeliveryOutcome, 'mail/no-account' | LedgerErrorCode>;

/** A connection that has nothing to do is closed after this many milliseconds. */
const IDLE = 15_000;
/** Servers count mails per connection; a new one costs little. */
const MAILS_PER_CONNECTION = 100;

/**
 * Hands messages over to the mail server, one after the other over one connection. The ledger is asked before and told
 * before the first byte and after the answer, so that a message goes out once, or stands there as uncertain.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  #queue: Promise<unknown> = Promise.resolve();
  #session: SmtpSession | null = null;
  #mails = 0;
  #idle: NodeJS.Timeout | null = null;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** @param again a person decided that a message which may have arrived is sent once more */
  async deliver(id: string, message: Message, again: boolean): Promise<DeliverResult> {
    const mine = this.#queue.then(() => this.#deliver(id, message, again));
    this.#queue = mine.catch(() => undefined);
    return await mine;
  }

  /** Says goodbye to the mail server as soon as nothing is being sent: the account was changed. */
  async disconnect(): Promise<void> {
    const mine = this.#queue.then(() => {
      this.#goodbye();
    });
    this.#queue = mine;
    await mine;
  }

  async close(): Promise<void> {
    await this.#queue;
    this.#stopIdling();
    this.#session?.close();
    this.#session = null;
  }

  async #deliver(id: string, message: Message, again: boolean): Promise<DeliverResult> {
    const { ledger, network } = this.#options;
    const known = await ledger.lookUp(message.messageId);
    if (known !== 'none' && known.state === 'sent') return success(known);
    const isLogin = message.purpose === 'credentials';
    // With a login it would be another password under the same Message-ID (docs/adr/0056).
    if (known !== 'none' && known.state === 'uncertain' && (!again || isLogin)) return success(known);
    const mail = isLogin ? null : await this.#compose(id, message);
    if (mail !== null && 'state' in mail) return success(mail);
    if (!network.isUp()) return success({ state: 'deferred', scope: 'account', reason: 'mail/no-network', reply: '' });
    this.#stopIdling();
    try {
      return mail === null ? await this.#sendLogin(id, message) : await this.#send(message.messageId, mail);
    } finally {
      this.#idle = setTimeout(() => void this.disconnect(), IDLE).unref();
    }
  }

  /** C17: a new password, made only when the mail server is ready: it voids the one before. It stands in these bytes, and nowhere else. */
  async #sendLogin(id: string, message: Message): Promise<DeliverResult> {
    const opened = await this.#open();
    if (!(opened instanceof SmtpSession)) return opened;
    const login = await this.#login(id);
    if (login === null) return success({ state: 'deferred', scope: 'message', reason: NEEDS_SERVER, reply: '' });
    const mail = await this.#compose(id, fillLogin(message, login));
    return 'state' in mail ? success(mail) : await this.#send(message.messageId, mail);
  }

  async #login(id: string): Promise<Login | null> {
    try {
      return (await this.#options.login?.(id)) ?? null;
    } catch (error) {
      this.#options.report(error);
      return null;
    }
  }

  async #compose(id: string, message: Message): Promise<Mail | DeliveryOutcome> {
    try {
      const files = await Promise.all(message.attachments.map(({ fileId }) => this.#options.readFile(fileId)));
      if (files.includes('coming'))
        return { state: 'deferred', scope: 'message', reason: 'mail/attachment-coming', reply: '' };
      const there = files.filter((file) => file instanceof Uint8Array);
      if (there.length < files.length) return { state: 'failed', reason: 'mail/attachment-missing', reply: '' };
      return (await composeMime(id, message, there)) ?? { state: 'failed', reason: 'mail/address-invalid', reply: '' };
    } catch (error) {
      // This message is poison; the others must go on.
      this.#options.report(error);
      return { state: 'failed', reason: 'mail/cannot-be-built', reply: '' };
    }
  }

  async #send(messageId: string, mail: Mail): Promise<DeliverResult> {
    const reused = this.#session?.alive === true;
    const opened = await this.#open();
    if (opened instanceof SmtpSession) {
      const begun: { written: Promise<Result<null, LedgerErrorCode>> | null } = { written: null };
      const result = await opened.send(mail, async () => {
        begun.written = this.#options.ledger.begin(messageId);
        return (await begun.written).ok;
      });
      this.#mails += 1;
      const hungUp = reused && begun.written === null && result.kind === 'refused' && hasHungUp(result.failure);
      if (hungUp) {
        this.#goodbye();
        return await this.#send(messageId, mail);
      }
      return await this.#conclude(messageId, result, await begun.written);
    }
    return opened;
  }

  async #open(): Promise<SmtpSession | DeliverResult> {
    if (this.#mails >= MAILS_PER_CONNECTION) this.#goodbye();
    if (this.#session?.alive === true) return this.#session;
    const stored = await this.#options.accounts.read();
    if (stored === null) return failure('mail/no-account');
    const opened = await openSession(stored, this.#options.tokens, this.#options.timeouts ?? SMTP_TIMEOUTS);
    if (!opened.ok) return success(outcomeOfFailure(opened.failure));
    this.#session = opened.session;
    this.#mails = 0;
    return opened.session;
  }

  async #conclude(
    messageId: string,
    result: SendResult,
    begun: Result<null, LedgerErrorCode> | null,
  ): Promise<DeliverResult> {
    if (result.kind === 'stopped') return begun?.ok === false ? begun : failure('journal/write-failed');
    const outcome: DeliveryOutcome =
      result.kind === 'accepted' ? { state: 'sent', reply: result.reply } : outcomeOfFailure(result.failure);
    if (begun?.ok !== true || outcome.state === 'uncertain') return success(outcome);
    const settled = await this.#options.ledger.settle(messageId, outcome);
    // What the server answered is true whether or not the disk takes it; after a crash it would read as uncertain.
    if (!settled.ok) this.#options.report(new Error(settled.code));
    return success(outcome);
  }

  #goodbye(): void {
    this.#session?.quit();
    this.#session = null;
  }

  #stopIdling(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
  }
}

/** A server may end an idle connection at any time (RFC 5321 3.8), or forget who signed in: no word about the message. */
function hasHungUp(failure: SmtpFailure): boolean {
  return failure.kind === 'line' || failure.code === 421 || isRefusedLogin(failure);
}
