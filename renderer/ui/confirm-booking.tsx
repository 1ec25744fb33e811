import { Checkbox } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './confirm-booking.module.css';
import { FieldError } from './field-error.js';

/** Whether a double booking was confirmed: of exactly these entries; for others it is asked for again. */
export interface DoubleBooking {
  /** There is one. */
  readonly isOne: boolean;
  readonly isConfirmed: boolean;
  readonly isAskedFor: boolean;
  readonly confirm: (confirmed: boolean) => void;
  /** Whether it may be saved; where not, the box says so. */
  readonly mayGo: () => boolean;
  /** How often it was refused: each time whoever was is led to the box. */
  readonly refusals: number;
}

/** `entries` name what would be booked twice, empty for nothing. */
export function useDoubleBooking(entries: readonly string[]): DoubleBooking {
  const key = entries.join(' ');
  const [confirmed, setConfirmed] = useState('');
  const [asked, setAsked] = useState('');
  const [refusals, setRefusals] = useState(0);
  const isOne = key !== '';
  const isConfirmed = isOne && confirmed === key;
  return {
    isOne,
    isConfirmed,
    isAskedFor: isOne && !isConfirmed && asked === key,
    confirm: (on) => {
      setConfirmed(on ? key : '');
    },
    mayGo: () => {
      if (isOne && !isConfirmed) {
        setAsked(key);
        setRefusals(refusals + 1);
      }
      return !isOne || isConfirmed;
    },
    refusals,
  };
}

/** The box without which nobody and no room is booked twice. */
export function ConfirmBooking({ booking }: { readonly booking: DoubleBooking }) {
  const { t } = useTranslation();
  const error = useId();
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const { refusals } = booking;
  useEffect(() => {
    if (refusals === 0) return;
    box.current?.focus();
    // With what is said below the box, and not that alone: the foot of a dialog lies over what it scrolls.
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, [refusals]);
  if (!booking.isOne) return null;
  return (
    <div ref={frame} className={classes['frame']}>
      <Checkbox
        ref={box}
        label={t('calendar.bookTwice')}
        checked={booking.isConfirmed}
        aria-describedby={booking.isAskedFor ? error : undefined}
        onChange={({ currentTarget }) => {
          booking.confirm(currentTarget.checked);
        }}
      />
      {booking.isAskedFor ? (
        <p id={error} role="alert" className={classes['error']}>
          <FieldError>{t('calendar.bookTwiceFirst')}</FieldError>
        </p>
      ) : null}
    </div>
  );
}
