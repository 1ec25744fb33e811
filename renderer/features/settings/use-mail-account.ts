import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/host/contract.js';
import type { MailAccount } from '../../../shared/host/mail-account.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { Failure } from '../../../shared/lib/result.js';
import { useMailSignIn, type MailSigningIn } from '../../data/use-mail-sign-in.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import type { MailTest } from './mail-test-result.js';
import { mailAccountOf, signedInTo, type MailValues } from './mail-values.js';

export interface MailAccountDesk {
  /** What the host has. */
  readonly known: OutputOf<'mail.account'>;
  readonly test: MailTest | null;
  readonly signingIn: MailSigningIn;
  readonly forgetTest: () => void;
  readonly save: (values: MailValues) => Promise<void>;
  readonly runTest: (values: MailValues) => Promise<void>;
  readonly signIn: (values: MailValues) => void;
  readonly signOut: () => Promise<void>;
}

interface DeskOptions {
  readonly stored: OutputOf<'mail.account'>;
  readonly onSaved: (() => void) | undefined;
  /** With the account as it was saved. */
  readonly onSignedIn: (account: MailAccount) => void;
}

/** What the form of the mail account does with the host. */
export function useMailAccount({ stored, onSaved, onSignedIn }: DeskOptions): MailAccountDesk {
  const { t } = useTranslation();
  const { host } = useSession();
  const [known, setKnown] = useState(stored);
  const [test, setTest] = useState<MailTest | null>(null);
  const fail = ({ code, detail }: Failure<HostErrorCode>): void => {
    setTest({ state: 'fails', code, reply: detail ?? null });
  };
  const ended = async (text: string): Promise<void> => {
    const now = await host.call('mail.account', null);
    if (now.ok) setKnown(now.value);
    showToast({ text });
    onSaved?.();
  };
  const signingIn = useMailSignIn((answer) => {
    if (!answer.ok) {
      if (answer.code === 'mail/sign-in-cancelled') setTest(null);
      else fail(answer);
      return;
    }
    setTest(null);
    onSignedIn(answer.value.account);
    void ended(t('settings.mailSignedInAs', { address: answer.value.as }));
  });
  return {
    known,
    test,
    signingIn,
    forgetTest: () => {
      setTest(null);
    },
    save: async (values) => {
      const saved = await host.call('mail.save-account', mailAccountOf(values, signedInTo(values, known)?.as));
      if (saved.ok) await ended(t('settings.mailSaved'));
      else showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
    },
    runTest: async (values) => {
      setTest({ state: 'running' });
      const answer = await host.call('mail.test-account', mailAccountOf(values, signedInTo(values, known)?.as));
      if (answer.ok) setTest({ state: 'works', greeting: answer.value.greeting });
      else fail(answer);
    },
    signIn: (values) => {
      setTest(null);
      const { account, clientSecret } = mailAccountOf(values);
      signingIn.start(account, clientSecret);
    },
    signOut: async () => {
      const out = await host.call('mail.sign-out', null);
      if (out.ok) await ended(t('settings.mailSignedOut'));
      else fail(out);
    },
  };
}
