import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useFormats } from './formats.js';
import { tagIcon } from './icon-props.js';
import { ClearFilter } from './clear-filter.js';
import classes from './filter-menu.module.css';

interface FilterMenuProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly count?: number }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
  /** `one` closes after the choice; `many` stays open. */
  readonly choose: 'one' | 'many';
}

/** A filter behind a quiet button; once it is set, a tinted chip that says what it lets through, with a way to be rid of it. */
export function FilterMenu<Value extends string>(props: FilterMenuProps<Value>) {
  const { label, options, chosen, onChange, choose } = props;
  const [opened, setOpened] = useState(false);
  const formats = useFormats();
  const words = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  const set = chosen.length > 0;
  const toggle = (value: Value): void => {
    if (chosen.includes(value)) onChange(chosen.filter((other) => other !== value));
    else onChange(choose === 'many' ? [...chosen, value] : [value]);
  };
  return (
    <span className={classes['filter']} data-set={set || undefined}>
      <Menu opened={opened} onChange={setOpened} position="bottom-start" withinPortal={false}>
        <Menu.Target>
          <button type="button" className={classes['open']} aria-label={set ? `${label}: ${words.join(', ')}` : label}>
            <span>{set ? shortOf(words) : label}</span>
            {set ? null : <IconChevronDown {...tagIcon} />}
          </button>
        </Menu.Target>
        <Menu.Dropdown aria-label={label}>
          {options.map(({ value, label: word, count }) => (
            <Menu.CheckboxItem
              key={value}
              checked={chosen.includes(value)}
              closeMenuOnClick={choose === 'one'}
              onChange={() => {
                toggle(value);
              }}
              rightSection={count === undefined ? null : <Count>{formats.number(count)}</Count>}
            >
              {word}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      {set ? (
        <ClearFilter
          name={label}
          onClear={() => {
            onChange([]);
          }}
        />
      ) : null}
    </span>
  );
}

function Count({ children }: { readonly children: ReactNode }) {
  return <span className={classes['count']}>{children}</span>;
}

/** A chip that stays a chip: the first word and how many more. */
function shortOf([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} +${more.length.toString()}`;
}
