import { cleanAddress } from '../../../shared/domain/postal-address.js';
import { ceilingMonths, longestConsentMonths } from '../../../shared/domain/retention-rules.js';
import { isZone } from '../../../shared/lib/time.js';
import type { Organisation } from '../../../shared/records/organisation.js';
import type { Problems } from '../../ui/use-checked-form.js';

/** While it is typed, a number field may hold text. */
export type OrganisationValues = Omit<
  Organisation,
  'accent' | 'retentionMonths' | 'retentionDays' | 'undoSeconds' | 'rejectionReasons' | 'ownSteps'
> & {
  /** Empty: as the program looks. */
  readonly accent: string;
  readonly retentionMonths: number | string;
  /** Empty: as is usual in the country. */
  readonly retentionDays: number | string | null;
  readonly undoSeconds: number | string;
};

/** What keeps the organisation from being saved, by field. */
export function checkOrganisation(values: OrganisationValues): Problems {
  const { name, zone, accent, country, retentionMonths, retentionDays, undoSeconds } = values;
  return {
    ...(name.trim() === '' ? { name: 'common.required' } : {}),
    ...(isZone(zone) ? {} : { zone: 'settings.zoneUnknown' }),
    ...(/^(#?[0-9a-f]{6})?$/i.test(accent.trim()) ? {} : { accent: 'settings.accentUnknown' }),
    ...(isWhole(retentionMonths, 1, longestConsentMonths(country))
      ? {}
      : { retentionMonths: 'settings.retentionRange' }),
    ...(isEmpty(retentionDays) || isWhole(retentionDays, 1, daysIn(ceilingMonths(country)))
      ? {}
      : { retentionDays: 'settings.retentionDaysRange' }),
    ...(isWhole(undoSeconds, 0, 600) ? {} : { undoSeconds: 'settings.undoSecondsRange' }),
  };
}

/** As it is stored. */
export function tidyOrganisation(values: OrganisationValues): Omit<Organisation, 'rejectionReasons' | 'ownSteps'> {
  return {
    name: values.name.trim(),
    zone: values.zone,
    letterhead: cleanAddress(values.letterhead),
    accent: accentIn(values.accent),
    departments: [...values.departments],
    positions: [...values.positions],
    retentionMonths: Number(values.retentionMonths),
    country: values.country,
    retentionDays: isEmpty(values.retentionDays) ? null : Number(values.retentionDays),
    undoSeconds: Number(values.undoSeconds),
  };
}

function accentIn(typed: string): string | null {
  const digits = typed.trim().toLowerCase().replace('#', '');
  return digits === '' ? null : `#${digits}`;
}

function isEmpty(value: number | string | null): value is null | '' {
  return value === null || value === '';
}

/** The most that so many months can have. */
function daysIn(months: number): number {
  return Math.ceil((months * 366) / 12);
}

function isWhole(value: number | string, least: number, most: number): boolean {
  const number = value === '' ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= least && number <= most;
}
