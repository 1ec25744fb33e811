import { NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { termOf } from '../../../shared/domain/retention-rules.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { COUNTRIES, type Country } from '../../../shared/records/organisation.js';
import type { OrganisationValues } from './organisation-values.js';

const COUNTRY_WORDS = {
  SE: 'settings.countrySE',
  DK: 'settings.countryDK',
  NL: 'settings.countryNL',
  NO: 'settings.countryNO',
  FI: 'settings.countryFI',
} as const satisfies Record<Country, MessageKey>;
const OTHER = 'other';

interface RetentionFieldsProps {
  readonly values: OrganisationValues;
  readonly allowed: boolean;
  readonly onCountry: (country: Country | null) => void;
  /** Of the number of days. */
  readonly days: { readonly onChange: (value: unknown) => void; readonly error: ReactNode };
}

/** In which country the organisation is, and how long it keeps applicants after the procedure (docs/adr/0058). */
export function RetentionFields({ values, allowed, onCountry, days }: RetentionFieldsProps) {
  const { t } = useTranslation();
  const { country, zone } = values;
  const retentionMonths = Number(values.retentionMonths) || 1;
  const usual = termOf({ country, zone, retentionMonths, retentionDays: null });
  const words =
    'days' in usual ? t('settings.termDays', { count: usual.days }) : t('settings.termMonths', { count: usual.months });
  return (
    <>
      <Select
        label={t('settings.country')}
        description={t('settings.countryHint')}
        data={[
          ...COUNTRIES.map((one) => ({ value: one, label: t(COUNTRY_WORDS[one]) })),
          { value: OTHER, label: t('settings.countryOther') },
        ]}
        allowDeselect={false}
        disabled={!allowed}
        value={country ?? OTHER}
        onChange={(chosen) => {
          onCountry(COUNTRIES.find((known) => known === chosen) ?? null);
        }}
      />
      <NumberInput
        label={t('settings.retentionDays')}
        description={t('settings.retentionDaysHint', { usual: words })}
        disabled={!allowed}
        {...days}
      />
    </>
  );
}
