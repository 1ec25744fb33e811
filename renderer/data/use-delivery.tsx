import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { invariant } from '../../shared/lib/assert.js';
import type { Delivery } from './delivery-watch.js';
import type { Observable } from './observable.js';

type Source = Pick<Observable<Delivery>, 'current' | 'subscribe'>;

const DeliveryContext = createContext<Source | null>(null);

export function DeliveryProvider({ of, children }: { readonly of: Source; readonly children: ReactNode }) {
  return <DeliveryContext value={of}>{children}</DeliveryContext>;
}

/** What delivery is doing, or what keeps messages here: the same for the pill, the lists, the dossier and the Outbox. */
export function useDelivery(): Delivery {
  const source = useContext(DeliveryContext);
  invariant(source !== null, 'useDelivery needs a DeliveryProvider above it');
  return useSyncExternalStore(source.subscribe, source.current);
}
