import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/host/contract.js';
import type { MailAccount } from '../../shared/host/mail-account.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Result } from '../../shared/lib/result.js';
import { LanguageSchema } from '../../shared/records/primitives.js';
import { useSession } from './use-session.js';

export interface MailSigningIn {
  /** While the person is in the browser. */
  readonly waiting: boolean;
  /** Opens the browser, once more if it was closed; a null account is the stored one. */
  readonly start: (account: MailAccount | null, clientSecret: string | null) => void;
  readonly cancel: () => void;
}

/** Signing in to the mail account in the person's own browser. Only the last one that was begun is told of. */
export function useMailSignIn(onEnd: (answer: Result<OutputOf<'mail.sign-in'>, HostErrorCode>) => void): MailSigningIn {
  const { host } = useSession();
  const { i18n } = useTranslation();
  const [waiting, setWaiting] = useState(false);
  const begun = useRef(0);
  const start = async (account: MailAccount | null, clientSecret: string | null): Promise<void> => {
    const mine = ++begun.current;
    setWaiting(true);
    const language = LanguageSchema.parse(i18n.language);
    const answer = await host.call('mail.sign-in', { account, clientSecret, language });
    if (mine !== begun.current) return;
    setWaiting(false);
    onEnd(answer);
  };
  const cancel = useCallback(() => {
    void host.call('mail.cancel-sign-in', null);
  }, [host]);
  return { waiting, start: (account, clientSecret) => void start(account, clientSecret), cancel };
}
