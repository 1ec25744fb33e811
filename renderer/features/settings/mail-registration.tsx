import { useTranslation } from 'react-i18next';
import { REGISTERED_REDIRECT, type TokenIssuer } from '../../../shared/domain/mail-servers.js';
import classes from './mail-form.module.css';

const GOOGLE_SCOPE = 'https://mail.google.com/';

interface MailRegistrationProps {
  readonly way: TokenIssuer;
  readonly opened: boolean;
}

/** What somebody has to do at Microsoft or Google before anybody can sign in. */
export function MailRegistration({ way, opened }: MailRegistrationProps) {
  const { t } = useTranslation();
  return (
    <details key={way} className={classes['registration']} open={opened}>
      <summary>{t('settings.mailRegister')}</summary>
      <p>{t('settings.mailRegisterWhy')}</p>
      {way === 'microsoft' ? (
        <ol>
          <li>
            {t('settings.mailRegisterMicrosoftApp')} <code>{REGISTERED_REDIRECT}</code>
          </li>
          <li>{t('settings.mailRegisterMicrosoftScope')}</li>
          <li>{t('settings.mailRegisterMicrosoftCopy')}</li>
        </ol>
      ) : (
        <ol>
          <li>{t('settings.mailRegisterGoogleApp')}</li>
          <li>
            {t('settings.mailRegisterGoogleScope')} <code>{GOOGLE_SCOPE}</code>
          </li>
          <li>{t('settings.mailRegisterGoogleCopy')}</li>
        </ol>
      )}
    </details>
  );
}
