import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationId } from '../../shared/records/primitives.js';

interface ApplicantFieldProps {
  readonly label: string;
  readonly found: readonly { readonly value: ApplicationId; readonly label: string }[];
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onChoose: (application: ApplicationId) => void;
  /** Why nobody can be chosen yet. */
  readonly withheld?: string | null;
  /** The cursor stands in it when its dialog opens. */
  readonly first?: boolean;
}

/** An applicant, found by what is typed. */
export function ApplicantField(props: ApplicantFieldProps) {
  const { label, found, typed, onTyped, onChoose, withheld = null, first = false } = props;
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      description={withheld}
      disabled={withheld !== null}
      placeholder={t('slots.applicantHint')}
      data={found}
      searchable
      data-autofocus={first || undefined}
      openOnFocus={false} // a list without anybody in it says nothing
      selectFirstOptionOnChange
      searchValue={typed}
      onSearchChange={onTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('shell.paletteEmpty')}
      onChange={(value) => {
        const application = found.find((one) => one.value === value)?.value;
        if (application !== undefined) onChoose(application);
      }}
    />
  );
}
