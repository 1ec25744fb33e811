import type { Fair } from '../../../shared/records/fair.js';
import type { Problems } from '../../ui/use-checked-form.js';

export type FairValues = Omit<Fair, 'demo'>;

/** What keeps a fair from being saved, by field. Dates are `2026-11-18`, times `09:00`: both compare as text. */
export function checkFair(values: FairValues): Problems {
  const { name, firstDate, lastDate, opensAt, closesAt } = values;
  return {
    ...(name.trim() === '' ? { name: 'common.required' } : {}),
    ...(firstDate === '' ? { firstDate: 'common.required' } : {}),
    ...(lastDate === '' ? { lastDate: 'common.required' } : {}),
    ...(lastDate !== '' && lastDate < firstDate ? { lastDate: 'fairs.lastBeforeFirst' } : {}),
    ...(opensAt === '' ? { opensAt: 'common.required' } : {}),
    ...(closesAt === '' ? { closesAt: 'common.required' } : {}),
    ...(closesAt !== '' && closesAt <= opensAt ? { closesAt: 'fairs.closesBeforeOpens' } : {}),
  };
}
