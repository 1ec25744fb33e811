import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../state/shortcuts.js';
import { icon } from './icon-props.js';
import classes from './query-field.module.css';

interface QueryFieldProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** Goes on to the list. */
  readonly onLeave: () => void;
}

/** What a list of people is narrowed by as one types: Esc empties it, then it and Enter go to the list. */
export function QueryField({ query, onChange, onLeave }: QueryFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useShortcut({
    keys: 'Mod+F',
    label: t('applications.filter'),
    scope: 'page',
    run: () => {
      field.current?.select();
    },
  });
  const clear = (): void => {
    onChange('');
  };
  return (
    <TextInput
      ref={field}
      className={classes['query'] ?? ''}
      aria-label={t('applications.filter')}
      placeholder={t('applications.filterHint')}
      value={query}
      leftSection={<IconSearch {...icon} />}
      rightSection={
        query === '' ? null : (
          <CloseButton size="sm" aria-label={t('common.clearFilter', { name: query })} onClick={clear} />
        )
      }
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        event.preventDefault();
        if (event.key === 'Escape' && query !== '') clear();
        else onLeave();
      }}
    />
  );
}
