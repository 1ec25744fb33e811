import { useCallback, useEffect, useState } from 'react';
import type { MailLayout } from '../../../shared/domain/mail-layout.js';
import type { MailAccount } from '../../../shared/host/mail-account.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { invariant } from '../../../shared/lib/assert.js';
import { success, type Result } from '../../../shared/lib/result.js';
import { LANGUAGES, type Language } from '../../../shared/records/primitives.js';
import type { HostClient } from '../../data/host-client.js';
import { useSession } from '../../data/use-session.js';

/** What the host knows of writing mails. */
export interface MailDesk {
  /** Null until one is set up: messages are written all the same, and wait. */
  readonly account: MailAccount | null;
  /** The compiled mail layout of every language. */
  readonly layouts: ReadonlyMap<Language, MailLayout>;
  readonly online: boolean;
  /** C19: SMS can be sent from here. */
  readonly hasGateway: boolean;
  /** C17, C18: this laptop belongs to a server, and that has pages for candidates. */
  readonly hasServer: boolean;
}

export type MailDeskState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly desk: MailDesk }
  | { readonly status: 'failed'; readonly code: HostErrorCode };

/** Account, layouts and network, asked once when a mail is begun. `retry` asks again. */
export function useMailDesk(): { readonly state: MailDeskState; readonly retry: () => void } {
  const { host } = useSession();
  const [state, setState] = useState<MailDeskState>({ status: 'loading' });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let wanted = true;
    void openMailDesk(host).then((answer) => {
      if (!wanted) return;
      setState(answer.ok ? { status: 'ready', desk: answer.value } : { status: 'failed', code: answer.code });
    });
    return () => {
      wanted = false;
    };
  }, [host, asked]);
  const retry = useCallback(() => {
    setState({ status: 'loading' });
    setAsked((times) => times + 1);
  }, []);
  return { state, retry };
}

/** Asks the host for all of it; a failure of one is the failure of all. */
export async function openMailDesk(host: HostClient): Promise<Result<MailDesk, HostErrorCode>> {
  const [account, network, sms, sync, ...layouts] = await Promise.all([
    host.call('mail.account', null),
    host.call('network.state', null),
    host.call('sms.account', null),
    host.call('sync.state', null),
    ...LANGUAGES.map((language) => host.call('mail.layout', { language })),
  ]);
  if (!account.ok) return account;
  const filled = new Map<Language, MailLayout>();
  for (const [at, language] of LANGUAGES.entries()) {
    const layout = layouts[at];
    invariant(layout !== undefined, 'every language was asked for');
    if (!layout.ok) return layout;
    filled.set(language, layout.value);
  }
  return success({
    account: account.value.account,
    layouts: filled,
    online: network.ok && network.value.up,
    hasGateway: sms.ok && sms.value.account !== null,
    hasServer: sync.ok && sync.value !== null,
  });
}
