import type { MailAccount } from '../../../../shared/host/mail-account.js';
import type { MailDeps } from '../create-mail-handlers.js';
import {
  CLIENT_SECRET,
  MICROSOFT_APP,
  startAuthorisationServer,
  type TestAuthorisationServer,
} from './authorisation-server.js';
import { HttpBrowser, type Visit } from './http-browser.js';
import { createMailFixture, testMessage, type MailFixture } from './mail-fixture.js';
import { startSmtpServer, type TestSmtpServer } from './smtp-server.js';

/** A laptop, a mail server and the authorisation server that the mail server believes. */
export interface TokenFixture {
  readonly mail: MailFixture;
  readonly smtp: TestSmtpServer;
  readonly oauth: TestAuthorisationServer;
  readonly browser: Person;
  /** Signs in as the form does, and answers what the host answers. */
  signIn(change?: Partial<MailAccount>): ReturnType<MailFixture['handlers']['mail.sign-in']>;
  /** Signs in once more to what is stored. */
  signInAgain(): ReturnType<MailFixture['handlers']['mail.sign-in']>;
  /** Delivers a message to each, and answers their outcomes. */
  deliver(...to: readonly string[]): Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

/** Whoever sits at the browser that the host opens. */
export class Person {
  /** What is done with the address that the browser is opened with. */
  does: (address: string) => Promise<Visit | null>;
  /** Addresses that were opened, in their order. */
  readonly opened: string[] = [];
  /** Where the visits ended. */
  readonly visits: Promise<Visit | null>[] = [];

  constructor(does: Person['does']) {
    this.does = does;
  }

  async open(address: string): Promise<boolean> {
    this.opened.push(address);
    const visit = this.does(address);
    visit.catch(() => undefined); // a test that stops the servers may cut it off; who asks how it ended is told
    this.visits.push(visit);
    return await Promise.resolve(true);
  }
}

export const HOUR = 3_600_000;

export async function startTokenFixture(more: Pick<MailDeps, 'patience'> = {}): Promise<TokenFixture> {
  const oauth = await startAuthorisationServer();
  const smtp = await startSmtpServer({ accepts: oauth.accepts });
  const browser = new Person((address) => new HttpBrowser(oauth.fetch).visit(address));
  const { host, port, authority } = smtp;
  const mail = await createMailFixture({
    ...more,
    providers: oauth.providers({ host, port, authority, security: 'starttls' }),
    fetch: (url, init) => oauth.fetch(url, init),
    openInBrowser: (address) => browser.open(address),
  });
  const signIn = (account: MailAccount | null) =>
    mail.handlers['mail.sign-in']({
      account,
      clientSecret: account?.signIn.with === 'google' ? CLIENT_SECRET : null,
      language: 'sv',
    });
  return {
    mail,
    smtp,
    oauth,
    browser,
    signIn: (change = {}) => signIn({ ...TOKEN_ACCOUNT, ...change }),
    signInAgain: () => signIn(null),
    deliver: async (...to) =>
      await Promise.all(
        to.map(async (address) => {
          const answer = await mail.handlers['mail.deliver']({ ...testMessage(address), again: false });
          return answer.ok ? answer.value : answer;
        }),
      ),
    stop: async () => {
      await mail.close();
      await smtp.stop();
      await oauth.stop();
    },
  };
}

/** As the form sends it: whatever the screen names as the server is not asked. */
export const TOKEN_ACCOUNT: MailAccount = {
  host: 'mail.evil.example',
  port: 25,
  security: 'starttls',
  user: 'somebody@example.com',
  fromName: 'Eva Lind',
  fromAddress: '',
  authority: '',
  signIn: MICROSOFT_APP,
};
