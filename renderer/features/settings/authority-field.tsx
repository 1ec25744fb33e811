import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WideField } from '../../ui/form-page.js';

/** The organisation's own certificate authority (PEM), trusted beside the system's for this one account. */
export function AuthorityField(props: Omit<TextareaProps, 'label' | 'description'>) {
  const { t } = useTranslation();
  return (
    <WideField>
      <Textarea
        label={t('settings.mailAuthority')}
        description={t('settings.mailAuthorityHint')}
        maxLength={20_000}
        maxRows={8}
        spellCheck={false}
        {...props}
      />
    </WideField>
  );
}
