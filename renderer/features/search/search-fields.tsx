import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconBookmark, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeSearchList,
  EVERYTHING,
  isNarrowed,
  useSearchList,
  type SearchRequest,
} from '../../state/search-list.js';
import { useShortcut } from '../../state/shortcuts.js';
import { icon } from '../../ui/icon-props.js';
import { SavedSearchDialog } from './saved-search-dialog.js';
import classes from './search-page.module.css';
import { useKeepSearch } from './use-saved-searches.js';

/** The simple search: one field. The advanced one opens under it. */
export function SearchFields({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { request, advanced } = useSearchList();
  const narrowed = isNarrowed(request);
  return (
    <search className={classes['fields']}>
      <QueryField query={request.query} onLeave={onLeave} />
      <Button
        leftSection={<IconAdjustmentsHorizontal {...icon} />}
        aria-expanded={advanced}
        onClick={() => {
          changeSearchList({ type: 'advanced', advanced: !advanced });
        }}
      >
        {t('search.advanced')}
      </Button>
      {request.query.trim() === '' && !narrowed ? null : <SaveSearch request={request} />}
      {narrowed ? (
        <Button
          variant="subtle"
          onClick={() => {
            changeSearchList({ type: 'request', request: { ...EVERYTHING, query: request.query } });
          }}
        >
          {t('applications.noMatchAction')}
        </Button>
      ) : null}
    </search>
  );
}

function SaveSearch({ request }: { readonly request: SearchRequest }) {
  const { t } = useTranslation();
  const { save } = useKeepSearch();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconBookmark {...icon} />}
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('search.save')}
      </Button>
      <SavedSearchDialog
        title={t('search.save')}
        opened={opened}
        name={request.query.trim()}
        onSave={(name) => save(name, request)}
        onClose={() => {
          setOpened(false);
        }}
      />
    </>
  );
}

function QueryField({ query, onLeave }: { readonly query: string; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (useSearchList.getState().cursor === null) field.current?.select(); // who comes back finds the row again
  }, []);
  useShortcut({
    keys: 'Mod+F',
    label: t('home.search'),
    scope: 'page',
    run: () => {
      field.current?.select();
    },
  });
  const type = (typed: string): void => {
    changeSearchList({ type: 'request', request: { query: typed } });
  };
  return (
    <TextInput
      ref={field}
      type="text"
      className={classes['query'] ?? ''}
      aria-label={t('home.search')}
      placeholder={t('search.hint')}
      value={query}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch {...icon} />}
      rightSection={
        query === '' ? null : (
          <CloseButton
            size="sm"
            aria-label={t('common.clearFilter', { name: query })}
            onClick={() => {
              type('');
            }}
          />
        )
      }
      onChange={({ currentTarget }) => {
        type(currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        event.preventDefault();
        if (event.key === 'Escape' && query !== '') type('');
        else onLeave();
      }}
    />
  );
}
