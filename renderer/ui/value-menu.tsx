import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { tagIcon } from './icon-props.js';
import classes from './value-menu.module.css';

interface ValueMenuProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** A value among terms and values that is changed where it stands. */
export function ValueMenu<Value extends string>({ label, value, options, onChange }: ValueMenuProps<Value>) {
  const shown = options.find((option) => option.value === value)?.label ?? '';
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <button type="button" className={classes['value']} aria-label={`${label}: ${shown}`}>
          {shown}
          <IconChevronDown {...tagIcon} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {options.map((option) => (
          <Menu.CheckboxItem
            key={option.value}
            checked={option.value === value}
            closeMenuOnClick
            onChange={() => {
              onChange(option.value);
            }}
          >
            {option.label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
