import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './date-field.module.css';
import { icon } from './icon-props.js';
import { readClock, readDate } from './read-typed.js';

interface TypedFieldProps {
  readonly label: string;
  /** As it stands: a date or time of day once it can be read, else what was typed. */
  readonly value?: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
}

/**
 * A calendar date, typed or picked. Written as `2026-11-18`, which means the same in every country; the browser's own
 * field would write it in the browser's language, and not in the screen's.
 */
export function DateField({ label, value = '', onChange, error }: TypedFieldProps) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className={classes['field']}>
      <TypedInput
        label={label}
        value={value}
        onChange={onChange}
        error={error}
        read={readDate}
        placeholder="2026-11-18"
      >
        <ActionIcon size={30} aria-label={t('common.openCalendar')} onClick={() => picker.current?.showPicker()}>
          <IconCalendar {...icon} />
        </ActionIcon>
      </TypedInput>
      <input
        ref={picker}
        type="date"
        className={classes['picker']}
        tabIndex={-1}
        aria-hidden="true"
        value={readDate(value) ?? ''}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </div>
  );
}

/** A time of day, `09:00`; `9` and `9.30` are understood. */
export function ClockField({ label, value = '', onChange, error }: TypedFieldProps) {
  return (
    <TypedInput label={label} value={value} onChange={onChange} error={error} read={readClock} placeholder="09:00" />
  );
}

interface TypedInputProps extends TypedFieldProps {
  readonly value: string;
  readonly read: (typed: string) => string | null;
  readonly placeholder: string;
  readonly children?: ReactNode;
}

function TypedInput({ label, value, onChange, error, read, placeholder, children }: TypedInputProps) {
  return (
    <TextInput
      label={label}
      value={value}
      error={error}
      placeholder={placeholder}
      maxLength={20}
      inputMode="numeric"
      rightSection={children}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      onBlur={() => {
        const written = read(value);
        if (written !== null && written !== value) onChange(written);
      }}
    />
  );
}
