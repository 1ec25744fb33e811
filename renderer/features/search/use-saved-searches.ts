import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/changes/change-set.js';
import type { WriteAction } from '../../../shared/domain/refuse-write.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { RecruiterIdSchema, type SavedSearchId } from '../../../shared/records/primitives.js';
import type { SavedSearch } from '../../../shared/records/saved-search.js';
import { changesTo, createRecord } from '../../data/edit-record.js';
import type { Roster, Stored } from '../../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../../data/use-session.js';
import type { SearchRequest } from '../../state/search-list.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';

export type KeptSearch = Stored<SavedSearchId, SavedSearch>;
type SavedSearchAction = Extract<WriteAction, `${string}-search`>;

/** The searches that a recruiter keeps, by name. */
export function savedSearchesOf(
  { savedSearches }: Roster,
  recruiterId: string | null,
  collator: Intl.Collator,
): readonly KeptSearch[] {
  return [...savedSearches.values()]
    .filter((search) => !search.deleted && search.recruiterId === recruiterId)
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** Those of whoever works here. */
export function useSavedSearches(): readonly KeptSearch[] {
  const { recruiterId } = usePreferences();
  const { collator } = useFormats();
  return useRoster(
    useCallback((roster: Roster) => savedSearchesOf(roster, recruiterId, collator), [recruiterId, collator]),
  );
}

interface KeepSearch {
  /** Answers whether it is saved; why not is said. */
  readonly save: (name: string, request: SearchRequest) => Promise<boolean>;
  readonly rename: (search: KeptSearch, name: string) => Promise<boolean>;
  readonly remove: (search: KeptSearch) => Promise<boolean>;
}

/** Keeps searches of whoever works here, with the way back from each step. */
export function useKeepSearch(): KeepSearch {
  const { t } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  const commit = async (action: SavedSearchAction, changes: readonly Change[], text: string): Promise<boolean> => {
    const saved = await session.commit({ action, changes });
    if (saved.ok) showToast({ text, undo: () => session.undo(saved.value) });
    else if (saved.code !== 'commit/empty') showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
    return saved.ok || saved.code === 'commit/empty';
  };
  const change = async (
    action: SavedSearchAction,
    { id }: KeptSearch,
    fields: { readonly name: string } | { readonly deleted: boolean },
    text: string,
  ): Promise<boolean> => {
    const record = await session.edit('savedSearch', id);
    return record !== null && (await commit(action, changesTo(record, fields), text));
  };
  return {
    save: async (name, request) => {
      if (recruiterId === null) return false;
      const by = RecruiterIdSchema.parse(recruiterId);
      const fields = { recruiterId: by, name, request: plain(request), deleted: false };
      const create = createRecord('savedSearch', session.newId(), null, fields);
      return await commit('save-search', [create], t('search.savedDone', { name }));
    },
    rename: (search, name) => change('edit-search', search, { name }, t('search.savedDone', { name })),
    remove: (search) => change('delete-search', search, { deleted: true }, t('search.deleted', { name: search.name })),
  };
}

/** Lists of their own, as records hold them. */
function plain({ vacancyIds, statuses, rankings, languages, types, fairIds, ...rest }: SearchRequest) {
  return {
    ...rest,
    vacancyIds: [...vacancyIds],
    statuses: [...statuses],
    rankings: [...rankings],
    languages: [...languages],
    types: [...types],
    fairIds: [...fairIds],
  };
}
