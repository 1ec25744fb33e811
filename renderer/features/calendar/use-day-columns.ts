import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEntry } from '../../data/roster/calendar-entries.js';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster } from '../../data/use-session.js';
import { useCalendarStore, type ColumnsBy } from '../../state/calendar-view.js';
import { useFormats } from '../../ui/formats.js';
import type { FairDay } from './calendar-hints.js';
import { recruiterColumns, roomColumns, type DayColumns } from './day-columns.js';

interface DayOnShow {
  readonly entries: readonly CalendarEntry[];
  readonly fair: FairDay | undefined;
}

/** A day parted by recruiters (those who are chosen, or all who work here, oneself first) or by rooms; null for a day in one. */
export function useDayColumns(by: ColumnsBy | null, { entries, fair }: DayOnShow): DayColumns | null {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const { recruiterId: own } = usePreferences();
  const recruiters = useRoster(recruitersOf);
  const { recruiterIds: chosen } = useCalendarStore();
  return useMemo(() => {
    if (by === null) return null;
    if (by === 'rooms') return roomColumns(fair?.rooms ?? [], entries, { noPlace: t('calendar.noPlace'), collator });
    const all = [...recruiters.values()].sort(
      (a, b) => Number(b.id === own) - Number(a.id === own) || collator.compare(a.name, b.name),
    );
    if (chosen !== null && chosen.length > 0) {
      return recruiterColumns(
        all.filter(({ id }) => chosen.includes(id)),
        [],
        entries,
      );
    }
    return recruiterColumns(
      all.filter(({ active }) => active),
      all.filter(({ active }) => !active),
      entries,
    );
  }, [by, entries, fair, chosen, own, recruiters, collator, t]);
}

function recruitersOf({ recruiters }: Roster) {
  return recruiters;
}
