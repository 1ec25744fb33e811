import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { parseQuery } from '../../../shared/domain/search/parse-query.js';
import { wantedWordsIn, wordsIn, type Query, type Words } from '../../../shared/domain/search/query.js';
import type { WordHits } from '../../data/search/search-index.js';
import type { SearchState } from '../../data/search/search-keeper.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { isNarrowed, useSearchList } from '../../state/search-list.js';
import { useFormats } from '../../ui/formats.js';
import { matchRows, type FoundRow, type Hits } from './match-rows.js';
import { narrowRows, orderRows } from './narrow-rows.js';
import { searchRows, type SearchRow } from './search-rows.js';

export interface SearchResults {
  /** Everybody who can be found: what the filters count. */
  readonly all: readonly SearchRow[];
  readonly found: readonly FoundRow[];
  /** Nothing is looked for yet. */
  readonly isIdle: boolean;
  /** What is worth marking in an excerpt. */
  readonly wanted: readonly Words[];
  readonly state: SearchState;
}

/** What *Search* finds, in stages: texts by the index in its worker, names and filters here, made anew when their input changes. */
export function useSearchResults(): SearchResults {
  const { collator, zone } = useFormats();
  const { request, order } = useSearchList();
  const followed = useDeferredValue(request); // typing never waits for a long list
  const all = useRoster(searchRows);
  const state = useSearchState();
  const query = useMemo(() => parseQuery(followed.query), [followed.query]);
  const answer = useAnswer(query, state.version);
  const narrowed = useMemo(() => narrowRows(all, followed, zone), [all, followed, zone]);
  const isIdle = query === null ? !isNarrowed(followed) : answer === null;
  const matched = useMemo(() => {
    if (isIdle) return [];
    if (query === null || answer === null) return narrowed.map((row) => ({ row, score: 0, text: null }));
    return matchRows(answer.query, narrowed, answer.hits);
  }, [isIdle, query, narrowed, answer]);
  const found = useMemo(
    () => orderRows(matched, query === null && order === 'relevance' ? 'date' : order, collator),
    [matched, query, order, collator],
  );
  const wanted = useMemo(() => (query === null || answer === null ? [] : wantedWordsIn(answer.query)), [query, answer]);
  return { all, found, isIdle, wanted, state };
}

function useSearchState(): SearchState {
  const { state } = useSession().search;
  return useSyncExternalStore(state.subscribe, state.current);
}

interface Answer {
  readonly query: Query;
  readonly hits: Hits;
}

/** What the index answered last; until it has answered a new query, that of the one before. Null before the first. */
function useAnswer(query: Query | null, version: number): Answer | null {
  const { search } = useSession();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (query === null) return;
    let wanted = true;
    const words = wordsIn(query);
    const settle = (found: readonly WordHits[]): void => {
      const pairs = words.flatMap((one, at) => (found[at] === undefined ? [] : [[one, found[at]] as const]));
      if (wanted) setAnswer({ query, hits: new Map(pairs) });
    };
    search.find(words).then(settle, () => {
      settle([]); // said by the keeper; names are found all the same
    });
    return () => {
      wanted = false;
    };
  }, [search, query, version]);
  return answer;
}
