import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useShortcut } from '../state/shortcuts.js';
import { icon } from './icon-props.js';
import classes from './list-filters.module.css';

interface ListTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** The field above a short list that is filtered while one types; Ctrl F leads to it. */
export function ListText({ label, value, onChange }: ListTextProps) {
  useShortcut({
    keys: 'Mod+F',
    label,
    scope: 'page',
    run: () => document.querySelector<HTMLInputElement>('input[data-filter]')?.select(),
  });
  return (
    <TextInput
      className={classes['text']}
      data-filter
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch {...icon} />}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
