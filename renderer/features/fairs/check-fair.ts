import type { Fair } from '../../../shared/records/fair.js';
import { readClock, readDate } from '../../ui/read-typed.js';
import type { Problems } from '../../ui/use-checked-form.js';

/** While it is typed, a date or a time may be any text. */
export type FairValues = Omit<Fair, 'demo'>;

/** What keeps a fair from being saved, by field. */
export function checkFair({ name, firstDate, lastDate, opensAt, closesAt }: FairValues): Problems {
  const [first, last] = [readDate(firstDate), readDate(lastDate)];
  const [opens, closes] = [readClock(opensAt), readClock(closesAt)];
  return {
    ...(name.trim() === '' ? { name: 'common.required' } : {}),
    ...(first === null ? { firstDate: 'common.invalidDate' } : {}),
    ...(last === null ? { lastDate: 'common.invalidDate' } : {}),
    ...(first !== null && last !== null && last < first ? { lastDate: 'fairs.lastBeforeFirst' } : {}),
    ...(opens === null ? { opensAt: 'common.invalidTime' } : {}),
    ...(closes === null ? { closesAt: 'common.invalidTime' } : {}),
    ...(opens !== null && closes !== null && closes <= opens ? { closesAt: 'fairs.closesBeforeOpens' } : {}),
  };
}

/** A checked fair as it is stored. */
export function tidyFair(values: FairValues): FairValues {
  return {
    name: values.name.trim(),
    place: values.place.trim(),
    stand: values.stand.trim(),
    firstDate: readDate(values.firstDate) ?? values.firstDate,
    lastDate: readDate(values.lastDate) ?? values.lastDate,
    opensAt: readClock(values.opensAt) ?? values.opensAt,
    closesAt: readClock(values.closesAt) ?? values.closesAt,
    rooms: [...values.rooms],
  };
}
