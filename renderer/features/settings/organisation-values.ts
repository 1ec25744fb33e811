import { cleanAddress } from '../../../shared/domain/postal-address.js';
import { isZone } from '../../../shared/lib/time.js';
import type { Organisation } from '../../../shared/records/organisation.js';
import type { Problems } from '../../ui/use-checked-form.js';

/** While it is typed, a number field may hold text. */
export type OrganisationValues = Omit<
  Organisation,
  'retentionMonths' | 'undoSeconds' | 'rejectionReasons' | 'ownSteps'
> & {
  readonly retentionMonths: number | string;
  readonly undoSeconds: number | string;
};

/** What keeps the organisation from being saved, by field. */
export function checkOrganisation({ name, zone, retentionMonths, undoSeconds }: OrganisationValues): Problems {
  return {
    ...(name.trim() === '' ? { name: 'common.required' } : {}),
    ...(isZone(zone) ? {} : { zone: 'settings.zoneUnknown' }),
    ...(isWhole(retentionMonths, 1, 36) ? {} : { retentionMonths: 'settings.retentionRange' }),
    ...(isWhole(undoSeconds, 0, 600) ? {} : { undoSeconds: 'settings.undoSecondsRange' }),
  };
}

/** As it is stored. */
export function tidyOrganisation(values: OrganisationValues): Omit<Organisation, 'rejectionReasons' | 'ownSteps'> {
  return {
    name: values.name.trim(),
    zone: values.zone,
    letterhead: cleanAddress(values.letterhead),
    departments: [...values.departments],
    positions: [...values.positions],
    retentionMonths: Number(values.retentionMonths),
    undoSeconds: Number(values.undoSeconds),
  };
}

function isWhole(value: number | string, least: number, most: number): boolean {
  const number = value === '' ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= least && number <= most;
}
