import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedField } from '../../shared/domain/merge-fields.js';
import type { Language } from '../../shared/records/primitives.js';
import { FieldTextarea } from './field-textarea.js';

interface ReminderLineProps {
  readonly part: 'signature' | 'sms';
  readonly language: Language;
  readonly value: string;
  readonly mergeFields: readonly OfferedField[];
  readonly error: ReactNode;
  readonly onChange: (value: string) => void;
}

const ROWS = { signature: 2, sms: 3 } as const;

/** R82, C32: the signature of a reminder, or the text of its SMS; neither holds the links to answer. */
export function ReminderLine({ part, language, value, mergeFields, error, onChange }: ReminderLineProps) {
  const { t } = useTranslation();
  const offered = mergeFields.filter((field) => field !== 'confirmlink');
  return (
    <FieldTextarea
      label={t(`templates.${part}`)}
      insertLabel={t('progress.insertField')}
      lang={language}
      fields={offered.map((name) => ({ name, label: t(`progress.fields.${name}`) }))}
      maxLength={2000}
      rows={ROWS[part]}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
