import { Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import classes from './field-menu.module.css';
import { tagIcon } from './icon-props.js';

interface FieldMenuProps {
  readonly label: string;
  /** What can be put in: its name in braces, and what it is called. */
  readonly fields: readonly { readonly name: string; readonly label: string }[];
  readonly disabled?: boolean;
  /** Gets the field in its braces. */
  readonly onInsert: (tag: string) => void;
}

/** Offers the fields of a text, on the line of its label. */
export function FieldMenu({ label, fields, disabled = false, onInsert }: FieldMenuProps) {
  return (
    <Menu position="bottom-end" returnFocus={false} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={classes['insert']} disabled={disabled}>
          <IconBraces {...tagIcon} />
          {label}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes['fields'] ?? ''}>
        {fields.map((field) => (
          <Menu.Item
            key={field.name}
            rightSection={<code className={classes['tag']}>{`{${field.name}}`}</code>}
            onClick={() => {
              onInsert(`{${field.name}}`);
            }}
          >
            {field.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
