import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ClockField, DateField } from './date-field.js';
import type { CheckedForm } from './use-checked-form.js';
import classes from './slot-fields.module.css';
import type { SlotValues } from './slot-values.js';

/** *Date*, *Time*, *Duration* (T4) and the place. */
export function SlotFields<Values extends SlotValues>({ field }: Pick<CheckedForm<Values>, 'field'>) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes['when']}>
        <DateField label={t('calendar.date')} {...field('date')} />
        <ClockField label={t('calendar.time')} {...field('time')} />
        <NumberInput
          label={t('calendar.duration')}
          min={5}
          max={1440}
          step={15}
          clampBehavior="none"
          {...field('minutes')}
        />
      </div>
      <TextInput label={t('calendar.place')} maxLength={200} {...field('place')} />
    </>
  );
}
