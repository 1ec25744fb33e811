import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/segmented.js';

interface MailOrNoneProps {
  readonly sendsEmail: boolean;
  readonly onChange: (change: { readonly sendsEmail: boolean }) => void;
}

/** *Action* (R64): with a mail, or without. */
export function MailOrNone({ sendsEmail, onChange }: MailOrNoneProps) {
  const { t } = useTranslation();
  return (
    <Segmented
      label={t('interview.action')}
      value={sendsEmail ? 'email' : 'none'}
      options={[
        { value: 'email', label: t('interview.sendEmail') },
        { value: 'none', label: t('interview.noEmail') },
      ]}
      onChange={(value) => {
        onChange({ sendsEmail: value === 'email' });
      }}
    />
  );
}
