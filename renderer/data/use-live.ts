import { useEffect, useState } from 'react';
import type { Live, LiveQuery } from './live-query.js';

/** Follows a live query; `query` must be memoised by what it asks for. */
export function useLive<Value>(query: LiveQuery<Value>): Live<Value> {
  const [state, setState] = useState<{ readonly of: LiveQuery<Value>; readonly live: Live<Value> } | null>(null);
  useEffect(
    () =>
      query.subscribe((live) => {
        setState({ of: query, live });
      }),
    [query],
  );
  return state?.of === query ? state.live : { status: 'loading' };
}
