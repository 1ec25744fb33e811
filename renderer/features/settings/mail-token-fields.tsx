import { PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MAIL_SERVERS, type TokenIssuer } from '../../../shared/domain/mail-servers.js';
import { WideField } from '../../ui/form-page.js';
import type { CheckedForm } from '../../ui/use-checked-form.js';
import classes from './mail-form.module.css';
import { MailRegistration } from './mail-registration.js';
import { MailSignedIn } from './mail-signed-in.js';
import { ISSUER_NAMES, signedInTo, type MailValues } from './mail-values.js';
import type { MailAccountDesk } from './use-mail-account.js';

interface MailTokenFieldsProps {
  readonly checked: CheckedForm<MailValues>;
  readonly desk: MailAccountDesk;
  readonly way: TokenIssuer;
  readonly disabled: boolean;
}

/** Who is signed in, the organisation's own app registration, and the sender. */
export function MailTokenFields({ checked: { form, field }, desk, way, disabled }: MailTokenFieldsProps) {
  const { t } = useTranslation();
  const { known, signingIn, signOut } = desk;
  const signedIn = signedInTo(form.values, known);
  return (
    <>
      <WideField>
        <p className={classes['intro']}>
          {t('settings.mailTokenIntro', { provider: ISSUER_NAMES[way], host: MAIL_SERVERS[way].host })}
        </p>
      </WideField>
      <WideField>
        <MailSignedIn signedIn={signedIn} disabled={disabled || signingIn.waiting} onSignOut={() => void signOut()} />
      </WideField>
      {way === 'microsoft' ? (
        <>
          <TextInput
            label={t('settings.mailClientIdMicrosoft')}
            maxLength={300}
            spellCheck={false}
            disabled={disabled}
            {...field('microsoftId')}
          />
          <TextInput
            label={t('settings.mailTenant')}
            description={t('settings.mailTenantHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={100}
            spellCheck={false}
            disabled={disabled}
            {...field('tenant')}
          />
        </>
      ) : (
        <>
          <TextInput
            label={t('settings.mailClientIdGoogle')}
            maxLength={300}
            spellCheck={false}
            disabled={disabled}
            {...field('googleId')}
          />
          <PasswordInput
            label={t('settings.mailClientSecret')}
            description={known.hasClientSecret ? t('settings.mailClientSecretKept') : null}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={1000}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('settings.mailClientSecretShow') }}
            disabled={disabled}
            {...field('clientSecret')}
          />
        </>
      )}
      <TextInput label={t('settings.mailFromName')} maxLength={200} disabled={disabled} {...field('fromName')} />
      <TextInput
        label={t('settings.mailFromAddress')}
        description={t('settings.mailFromEmpty')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        type="email"
        maxLength={254}
        disabled={disabled}
        {...field('fromAddress')}
      />
      <WideField>
        <MailRegistration way={way} opened={signedIn === null} />
      </WideField>
    </>
  );
}
