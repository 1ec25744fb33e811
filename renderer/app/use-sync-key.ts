import { useTranslation } from 'react-i18next';
import { useSync } from '../data/use-sync.js';
import { SYNC_KEY, useSyncNow } from '../features/sync/sync-now.js';
import { useShortcut } from '../state/shortcuts.js';

/** F5 exchanges, where there is a server to exchange with, and is kept from loading the page anew. */
export function useSyncKey(): void {
  const { t } = useTranslation();
  const { standing } = useSync();
  const run = useSyncNow();
  useShortcut(standing === null ? null : { keys: SYNC_KEY, label: t('sync.now'), scope: 'always', run });
}
