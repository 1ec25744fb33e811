import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../shared/lib/time.js';
import { ConfirmBooking, type DoubleBooking } from './confirm-booking.js';
import { useFormats } from './formats.js';
import { tagIcon } from './icon-props.js';
import classes from './slot-notes.module.css';

interface SlotNotesProps {
  readonly past: boolean;
  /** What stands there already, and who or what would be in two places. */
  readonly takenBy: readonly {
    readonly id: string;
    readonly name: string;
    readonly startsAt: Instant;
    readonly shared: readonly string[];
  }[];
  /** Null where it is confirmed later. */
  readonly booking: DoubleBooking | null;
}

const SHOWN = 3;

/**
 * What should be known of a place in the calendar before something is put there; a double booking must be confirmed. It comes into
 * sight when there is something else to be said, as it may lie below what is seen of a dialog, and is read out.
 */
export function SlotNotes({ past, takenBy, booking }: SlotNotesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isEmpty = !past && takenBy.length === 0;
  const frame = useInSight(isEmpty ? '' : [past, ...takenBy.map(({ id }) => id)].join(' '));
  return (
    <div ref={frame} className={classes['frame']} data-empty={isEmpty || undefined}>
      {/* There before its words are: only then they are read out. */}
      <div role="status">
        <ul className={classes['notes']}>
          {past ? <Note>{t('calendar.inThePast')}</Note> : null}
          {takenBy.slice(0, SHOWN).map(({ id, name, startsAt, shared }) => (
            <Note key={id}>
              {t('calendar.overlaps', { name, time: formats.time(startsAt), shared: formats.list(shared) })}
            </Note>
          ))}
          {takenBy.length > SHOWN ? <Note>{t('calendar.more', { count: takenBy.length - SHOWN })}</Note> : null}
        </ul>
      </div>
      {booking === null ? null : <ConfirmBooking booking={booking} />}
    </div>
  );
}

/** Scrolls to an element when what it says is another thing; empty for nothing. */
function useInSight(said: string): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said !== '') element.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);
  return element;
}

function Note({ children }: { readonly children: string }) {
  return (
    <li>
      <IconAlertTriangle {...tagIcon} />
      {children}
    </li>
  );
}
