import { useEffect, useState } from 'react';

/** Something that is read once. A fault while reading is thrown into the page's error boundary. */
export type Loaded<Value> = { readonly status: 'loading' } | { readonly status: 'ready'; readonly value: Value };

type Settled<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: unknown };

/** Reads when first shown, and anew whenever `load` is another function: memoise it by what it reads. */
export function useLoaded<Value>(load: () => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<{ readonly of: typeof load; readonly settled: Settled<Value> } | null>(null);
  useEffect(() => {
    let wanted = true;
    const settle = (settled: Settled<Value>): void => {
      if (wanted) setState({ of: load, settled });
    };
    load().then(
      (value) => {
        settle({ ok: true, value });
      },
      (fault: unknown) => {
        settle({ ok: false, fault });
      },
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  if (state?.of !== load) return { status: 'loading' };
  if (!state.settled.ok) throw state.settled.fault;
  return { status: 'ready', value: state.settled.value };
}
