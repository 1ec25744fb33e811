import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUP_PLACES } from '../../shared/domain/group-places.js';

interface PlacesFieldProps {
  /** Empty: for as many as are invited. */
  readonly value: number | '';
  readonly error: ReactNode;
  readonly description?: ReactNode;
  readonly onChange: (places: number | '') => void;
}

/** How many a group interview is for. */
export function PlacesField({ value, error, description, onChange }: PlacesFieldProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t('interview.places')}
      placeholder={t('interview.placesOpen')}
      {...GROUP_PLACES}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      value={value}
      error={error}
      {...(description === undefined
        ? {}
        : { description, inputWrapperOrder: ['label', 'input', 'description', 'error'] })}
      onChange={(typed) => {
        onChange(typeof typed === 'number' ? typed : '');
      }}
    />
  );
}
