import { ActionIcon } from '@mantine/core';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openSearch } from '../../state/search-list.js';
import { icon } from '../../ui/icon-props.js';
import { SavedSearchDialog } from './saved-search-dialog.js';
import classes from './search-page.module.css';
import { useKeepSearch, useSavedSearches, type KeptSearch } from './use-saved-searches.js';

/** The searches kept by whoever works here: opened by a click, renamed, deleted. */
export function SavedSearches() {
  const { t } = useTranslation();
  const searches = useSavedSearches();
  const { rename, remove } = useKeepSearch();
  const [renaming, setRenaming] = useState<KeptSearch | null>(null);
  if (searches.length === 0) return null;
  return (
    <section className={classes['saved']} aria-label={t('search.saved')}>
      <h2>{t('search.saved')}</h2>
      <ul>
        {searches.map((search) => (
          <li key={search.id}>
            <button
              type="button"
              className={classes['open']}
              onClick={() => {
                openSearch(search.request);
              }}
            >
              <IconBookmark {...icon} />
              <span>{search.name}</span>
            </button>
            <ActionIcon
              aria-label={t('search.rename', { name: search.name })}
              onClick={() => {
                setRenaming(search);
              }}
            >
              <IconPencil {...icon} />
            </ActionIcon>
            <ActionIcon aria-label={t('search.delete', { name: search.name })} onClick={() => void remove(search)}>
              <IconTrash {...icon} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <SavedSearchDialog
        title={t('search.renameTitle')}
        opened={renaming !== null}
        name={renaming?.name ?? ''}
        onSave={async (name) => renaming !== null && (await rename(renaming, name))}
        onClose={() => {
          setRenaming(null);
        }}
      />
    </section>
  );
}
