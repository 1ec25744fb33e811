import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { slotWarnings, type Busy } from '../../../shared/domain/calendar-warnings.js';
import { DAY } from '../../../shared/lib/time.js';
import { calendarEntries } from '../../data/roster/calendar-entries.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { entryName } from './entry-name.js';
import classes from './slot-notes.module.css';

/** What should be known of a place in the calendar before something is put there: it is past, or somebody is busy. */
export function SlotNotes({ wanted }: { readonly wanted: Busy | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const select = useMemo(() => (roster: Roster) => warningsIn(roster, wanted, session.now()), [wanted, session]);
  const warnings = useRoster(select);
  if (warnings === null || (!warnings.past && warnings.overlaps.length === 0)) return null;
  return (
    <div role="status">
      <ul className={classes['notes']}>
        {warnings.past ? <Note>{t('calendar.inThePast')}</Note> : null}
        {warnings.overlaps.slice(0, 3).map((entry) => (
          <Note key={entry.id}>
            {t('calendar.overlaps', { name: entryName(entry), time: formats.time(entry.startsAt) })}
          </Note>
        ))}
      </ul>
    </div>
  );
}

/** Of everybody's entries around that time. */
export function warningsIn(roster: Roster, wanted: Busy | null, now: number) {
  if (wanted === null) return null;
  const around = { from: wanted.startsAt - DAY, to: wanted.startsAt + 2 * DAY, activities: [], recruiterIds: [] };
  return slotWarnings(wanted, calendarEntries(roster, around), now);
}

function Note({ children }: { readonly children: string }) {
  return (
    <li>
      <IconAlertTriangle {...tagIcon} />
      {children}
    </li>
  );
}
