import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WideField } from '../../ui/form-page.js';
import { SecretField } from '../../ui/secret-field.js';
import { Segmented } from '../../ui/segmented.js';
import type { CheckedForm } from '../../ui/use-checked-form.js';
import { AuthorityField } from './authority-field.js';
import classes from './mail-form.module.css';
import { portFor, type MailValues } from './mail-values.js';

interface MailPasswordFieldsProps {
  readonly checked: CheckedForm<MailValues>;
  readonly hasPassword: boolean;
  readonly disabled: boolean;
}

/** Server, encryption, user name and password, sender. */
export function MailPasswordFields({ checked: { form, field }, hasPassword, disabled }: MailPasswordFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <WideField>
        <p className={classes['intro']}>{t('settings.mailIntro')}</p>
      </WideField>
      <TextInput label={t('settings.mailHost')} maxLength={253} disabled={disabled} {...field('host')} />
      <NumberInput
        label={t('settings.mailPort')}
        hideControls
        thousandSeparator=""
        disabled={disabled}
        {...field('port')}
      />
      <WideField>
        <Segmented
          label={t('settings.mailSecurity')}
          value={form.values.security}
          options={[
            { value: 'starttls', label: t('settings.mailStarttls') },
            { value: 'tls', label: t('settings.mailTls') },
          ]}
          onChange={(security) => {
            form.setValues({ security, port: portFor(security, form.values.port) });
          }}
        />
      </WideField>
      <TextInput label={t('settings.mailUser')} maxLength={320} disabled={disabled} {...field('user')} />
      <SecretField
        label={t('settings.mailPassword')}
        show={t('settings.mailPasswordShow')}
        kept={hasPassword ? t('settings.mailPasswordKept') : null}
        maxLength={1000}
        disabled={disabled}
        {...field('password')}
      />
      <TextInput label={t('settings.mailFromName')} maxLength={200} disabled={disabled} {...field('fromName')} />
      <TextInput
        label={t('settings.mailFromAddress')}
        type="email"
        maxLength={254}
        disabled={disabled}
        {...field('fromAddress')}
      />
      <AuthorityField disabled={disabled} {...field('authority')} />
    </>
  );
}
