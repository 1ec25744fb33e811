import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './date-field.module.css';
import { useFormats } from './formats.js';
import { icon } from './icon-props.js';
import { readClock, readDate } from './read-typed.js';

interface TypedFieldProps {
  readonly label: string;
  /** As it stands: a date or time of day once it can be read, else what was typed. */
  readonly value?: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  /** The label is read out only: a table's head says it. */
  readonly hideLabel?: boolean;
  readonly withAsterisk?: boolean;
  /** Typing is over: what cannot be read is a mistake from now on. */
  readonly onLeave?: (() => void) | undefined;
}

/**
 * A calendar date, typed or picked. It reads as dates do on every other page; while it is typed it is `2026-11-18`, which
 * means the same in every country. The browser's own field would write it in the browser's language, and not in the screen's.
 */
export function DateField({
  label,
  value = '',
  onChange,
  error,
  hideLabel = false,
  withAsterisk = false,
  onLeave,
}: TypedFieldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className={classes['field']}>
      <TypedInput
        label={label}
        hideLabel={hideLabel}
        withAsterisk={withAsterisk}
        value={value}
        onChange={onChange}
        error={error}
        onLeave={onLeave}
        read={readDate}
        show={(date) => formats.calendarDate(date)}
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
export function ClockField({ label, value = '', onChange, error, withAsterisk = false }: TypedFieldProps) {
  return (
    <TypedInput
      label={label}
      value={value}
      onChange={onChange}
      error={error}
      withAsterisk={withAsterisk}
      read={readClock}
      placeholder="09:00"
    />
  );
}

interface TypedInputProps extends TypedFieldProps {
  readonly value: string;
  readonly read: (typed: string) => string | null;
  /** How what was read is written while nobody types. */
  readonly show?: (read: string) => string;
  readonly placeholder: string;
  readonly children?: ReactNode;
}

function TypedInput(props: TypedInputProps) {
  const {
    label,
    value,
    onChange,
    error,
    read,
    show,
    placeholder,
    hideLabel = false,
    withAsterisk = false,
    onLeave,
    children,
  } = props;
  const [typing, setTyping] = useState(false);
  const known = typing ? null : read(value);
  const input = useRef<HTMLInputElement>(null);
  const switches = show !== undefined;
  useLayoutEffect(() => {
    if (typing && switches) input.current?.select(); // another text stands there now: what is typed replaces it
  }, [typing, switches]);
  return (
    <TextInput
      ref={input}
      {...(hideLabel ? { 'aria-label': label } : { label })}
      value={known === null || show === undefined ? value : show(known)}
      error={error}
      withAsterisk={withAsterisk}
      placeholder={placeholder}
      maxLength={20}
      inputMode="numeric"
      rightSection={children}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      onFocus={() => {
        setTyping(true);
      }}
      onBlur={() => {
        setTyping(false);
        const written = read(value);
        if (written !== null && written !== value) onChange(written);
        onLeave?.();
      }}
    />
  );
}
