import { join } from 'node:path';
import type { Handlers, ReportFault } from '../../../shared/host/dispatch.js';
import { success } from '../../../shared/lib/result.js';
import type { Disk } from '../disk/disk.js';
import { nodeDisk } from '../disk/node-disk.js';
import type { Network, Ports, WallClock } from '../ports.js';
import { createAccountHandlers, type AccountChannel } from './account-handlers.js';
import { AccountStore } from './account-store.js';
import { Delivery, type DeliveryOptions } from './delivery.js';
import { createLayouts } from './layout.js';
import { Ledger } from '../ledger/ledger.js';
import { AccessTokens } from './oauth/access-tokens.js';
import { nodeFetch, type OAuthFetch } from './oauth/authorisation-server.js';
import { MAIL_PROVIDERS, type MailProviders } from './oauth/mail-providers.js';
import { SignIn } from './oauth/sign-in.js';
import { SMTP_TIMEOUTS, type SmtpTimeouts } from './smtp-session.js';

export interface MailDeps {
  readonly dataFolder: string;
  /** Seals with a key that only this host has. */
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  /** Throws when the bytes are not what was sealed. */
  readonly open: (bytes: Uint8Array) => Uint8Array;
  readonly clock: WallClock;
  readonly report: ReportFault;
  readonly network: Network;
  readonly readFile: DeliveryOptions['readFile'];
  readonly login?: DeliveryOptions['login'];
  readonly openInBrowser: Ports['openInBrowser'];
  readonly disk?: Disk;
  readonly timeouts?: SmtpTimeouts;
  /** Microsoft and Google, unless a test has servers of its own. */
  readonly providers?: MailProviders;
  readonly fetch?: OAuthFetch;
  /** Milliseconds that a person has for signing in. */
  readonly patience?: number;
}

type MailChannel = AccountChannel | 'mail.layout' | 'mail.deliver' | 'mail.ledger';

export interface MailServices {
  readonly handlers: Pick<Handlers, MailChannel>;
  /** Waits for the message that is being sent, then releases line and ledger. */
  close(): Promise<void>;
}

/** Long enough to find a telephone for the second factor, short enough that no address stays open for ever. */
const PATIENCE = 10 * 60_000;

/** Everything about mail that needs the network, the account or the disk. Reads the ledger, hence asynchronous. */
export async function createMailHandlers(deps: MailDeps): Promise<MailServices> {
  const { seal, open, clock, network, readFile, openInBrowser } = deps;
  const { disk = nodeDisk, timeouts = SMTP_TIMEOUTS, providers = MAIL_PROVIDERS, fetch = nodeFetch } = deps;
  const folder = join(deps.dataFolder, 'mail');
  await disk.makeFolder(folder);
  const report = (error: unknown): void => {
    deps.report('mail.deliver', error);
  };
  const accounts = new AccountStore({ disk, folder, seal, open });
  const tokens = new AccessTokens({ accounts, providers, clock, fetch });
  const signIn = new SignIn({ providers, clock, fetch, openInBrowser, patience: deps.patience ?? PATIENCE });
  const ledger = await Ledger.open(join(folder, 'ledger'), { seal, open, clock, report, disk });
  const login = deps.login === undefined ? {} : { login: deps.login };
  const delivery = new Delivery({ accounts, tokens, ledger, network, readFile, ...login, report, timeouts });
  const layout = createLayouts();
  return {
    handlers: {
      ...createAccountHandlers({ accounts, tokens, signIn, providers, network, fetch, timeouts, delivery }),
      'mail.layout': async ({ language }) => {
        const compiled = await layout(language);
        if (!compiled.ok) return compiled;
        const { words, button } = compiled.value;
        return success({ ...compiled.value, words: [...words], button: [...button] });
      },
      'mail.deliver': async ({ id, message, again }) => await delivery.deliver(id, message, again),
      'mail.ledger': ({ messageIds }) => Promise.resolve(success({ outcomes: ledger.lookUpAll(messageIds) })),
    },
    close: async () => {
      signIn.cancel();
      await delivery.close();
      await ledger.close();
    },
  };
}
