import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { WideField } from '../../ui/form-page.js';
import { SecretField } from '../../ui/secret-field.js';
import { Segmented } from '../../ui/segmented.js';
import type { CheckedForm } from '../../ui/use-checked-form.js';
import { AuthorityField } from './authority-field.js';
import classes from './mail-form.module.css';
import { SmsRequestFields } from './sms-request-fields.js';
import type { SmsValues } from './sms-values.js';

interface SmsFieldsProps {
  readonly checked: CheckedForm<SmsValues>;
  /** One is stored for the provider that is chosen. */
  readonly hasSecret: boolean;
  readonly disabled: boolean;
}

const SECRET_WORDS = {
  '46elks': 'settings.smsPassword',
  gatewayapi: 'settings.smsToken',
  http: 'settings.smsHeaderValue',
} as const satisfies Record<string, MessageKey>;

/** What the chosen provider needs, and no more. */
export function SmsFields({ checked, hasSecret, disabled }: SmsFieldsProps) {
  const { t } = useTranslation();
  const { form, field } = checked;
  const { provider } = form.values;
  return (
    <>
      <WideField>
        <p className={classes['intro']}>{t('settings.smsIntro')}</p>
      </WideField>
      <WideField>
        <Segmented
          label={t('settings.smsProvider')}
          value={provider}
          options={[
            { value: 'none', label: t('settings.smsNone') },
            { value: '46elks', label: '46elks' },
            { value: 'gatewayapi', label: 'GatewayAPI' },
            { value: 'http', label: t('settings.smsOther') },
            { value: 'dry-run', label: t('settings.smsDryRun') },
          ]}
          onChange={(chosen) => {
            form.setValues({ provider: chosen, secret: '' });
            form.clearErrors();
          }}
        />
      </WideField>
      {provider === 'none' || provider === 'dry-run' ? (
        <WideField>
          <p className={classes['intro']}>
            {provider === 'none' ? t('settings.smsNoneText') : t('settings.smsDryRunText')}
          </p>
        </WideField>
      ) : (
        <>
          <TextInput
            label={t('settings.smsSender')}
            description={t('settings.smsSenderHint')}
            maxLength={20}
            disabled={disabled}
            {...field('sender')}
          />
          {provider === '46elks' ? (
            <TextInput label={t('settings.smsUser')} maxLength={200} disabled={disabled} {...field('user')} />
          ) : null}
          {provider === 'http' ? <SmsRequestFields checked={checked} disabled={disabled} /> : null}
          <SecretField
            label={t(SECRET_WORDS[provider])}
            show={t('settings.smsSecretShow')}
            kept={hasSecret ? t('settings.smsSecretKept') : null}
            maxLength={2000}
            disabled={disabled}
            {...field('secret')}
          />
          <AuthorityField disabled={disabled} {...field('authority')} />
        </>
      )}
      {provider === 'none' ? null : (
        <TextInput
          label={t('settings.smsTestTo')}
          description={provider === 'dry-run' ? null : t('settings.smsTestToHint')}
          type="tel"
          maxLength={40}
          disabled={disabled}
          {...field('testTo')}
        />
      )}
    </>
  );
}
