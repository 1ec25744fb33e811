import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface RecruitersFieldProps {
  readonly recruiters: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (value: unknown) => void;
  readonly error?: ReactNode;
}

/** *Recruiters attending*: of those who work here. */
export function RecruitersField({ recruiters, ...props }: RecruitersFieldProps) {
  const { t } = useTranslation();
  return (
    <MultiSelect
      label={t('calendar.recruiters')}
      data={recruiters.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      hidePickedOptions
      autoComplete="off"
      {...props}
    />
  );
}
