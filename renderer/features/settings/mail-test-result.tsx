import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { icon } from '../../ui/icon-props.js';
import classes from './mail-test-result.module.css';

export type MailTest =
  | { readonly state: 'running' }
  | { readonly state: 'works'; readonly greeting: string }
  | { readonly state: 'fails'; readonly code: HostErrorCode; readonly reply: string | null };

/** Where the detail is the server's answer; elsewhere it never got as far as to give one. */
const SAID_BY_SERVER: ReadonlySet<HostErrorCode> = new Set(['mail/login-refused', 'mail/account-refused']);

/** What the test of the account found: our words, and the server's own. */
export function MailTestResult({ test }: { readonly test: MailTest | null }) {
  return (
    <div className={classes['result']} role="status">
      {test === null ? null : <Outcome test={test} />}
    </div>
  );
}

function Outcome({ test }: { readonly test: MailTest }) {
  const { t } = useTranslation();
  switch (test.state) {
    case 'running':
      return <p className={classes['running']}>{t('settings.mailTesting')}</p>;
    case 'works':
      return (
        <div className={classes['good']}>
          <IconCheck {...icon} />
          <div>
            <p>{t('settings.mailTestOk')}</p>
            <small>{t('settings.mailServerSays', { reply: test.greeting })}</small>
          </div>
        </div>
      );
    case 'fails':
      return (
        <div className={classes['bad']}>
          <IconAlertTriangle {...icon} />
          <div>
            <p>{t(ERROR_WORDS[test.code])}</p>
            {test.reply === null ? null : (
              <small>
                {SAID_BY_SERVER.has(test.code)
                  ? t('settings.mailServerSays', { reply: test.reply })
                  : t('settings.mailDetail', { reply: test.reply })}
              </small>
            )}
          </div>
        </div>
      );
  }
}
