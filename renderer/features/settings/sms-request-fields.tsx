import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WideField } from '../../ui/form-page.js';
import { Segmented } from '../../ui/segmented.js';
import type { CheckedForm } from '../../ui/use-checked-form.js';
import type { SmsValues } from './sms-values.js';

interface SmsRequestFieldsProps {
  readonly checked: CheckedForm<SmsValues>;
  readonly disabled: boolean;
}

/** The request to a gateway that Fairdesk knows nothing of. */
export function SmsRequestFields({ checked: { form, field }, disabled }: SmsRequestFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('settings.smsUrl')}
        placeholder="https://"
        maxLength={2000}
        spellCheck={false}
        disabled={disabled}
        {...field('url')}
      />
      <Segmented
        label={t('settings.smsMethod')}
        value={form.values.method}
        options={[
          { value: 'POST', label: 'POST' },
          { value: 'PUT', label: 'PUT' },
        ]}
        onChange={(method) => {
          form.setValues({ method });
        }}
      />
      <Segmented
        label={t('settings.smsType')}
        value={form.values.type}
        options={[
          { value: 'application/json', label: 'JSON' },
          { value: 'application/x-www-form-urlencoded', label: t('settings.smsForm') },
        ]}
        onChange={(type) => {
          form.setValues({ type });
        }}
      />
      <WideField>
        <Textarea
          label={t('settings.smsBody')}
          description={t('settings.smsBodyHint')}
          maxLength={4000}
          maxRows={8}
          spellCheck={false}
          disabled={disabled}
          {...field('body')}
        />
      </WideField>
      <TextInput
        label={t('settings.smsHeader')}
        maxLength={100}
        spellCheck={false}
        disabled={disabled}
        {...field('header')}
      />
    </>
  );
}
