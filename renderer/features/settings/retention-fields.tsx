import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { termOf } from '../../../shared/domain/retention-rules.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { COUNTRIES, type Country } from '../../../shared/records/organisation.js';
import type { CheckedForm } from '../../ui/use-checked-form.js';
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
  readonly field: CheckedForm<OrganisationValues>['field'];
}

/** In which country the organisation is, and how long it keeps applicants, with consent and without (docs/adr/0058). */
export function RetentionFields({ values, allowed, onCountry, field }: RetentionFieldsProps) {
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
        {...field('retentionDays')}
      />
      <NumberInput
        label={t('settings.retention')}
        description={t('settings.retentionHint')}
        disabled={!allowed}
        {...field('retentionMonths')}
      />
    </>
  );
}
