import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSync } from '../../data/use-sync.js';
import { showToast } from '../../state/ui-store.js';
import { KeyHint } from '../../ui/key-hint.js';
import { statusWords } from './sync-facts.js';

export const SYNC_KEY = 'F5';

/** Exchanges now, and says how that ended. */
export function useSyncNow(): () => void {
  const { t } = useTranslation();
  const { follow, poke } = useSync();
  return () => {
    const stop = follow((status) => {
      if (status.kind === 'syncing' || status.kind === 'off') return;
      stop();
      showToast({ text: statusWords(status, t), tone: status.kind === 'online' ? 'plain' : 'problem' });
    });
    poke();
  };
}

export function SyncNow() {
  const { t } = useTranslation();
  const { status } = useSync();
  const syncNow = useSyncNow();
  return (
    <Button
      size="xs"
      onClick={syncNow}
      disabled={status.kind === 'syncing'}
      aria-keyshortcuts={SYNC_KEY}
      rightSection={<KeyHint keys={SYNC_KEY} />}
    >
      {t(status.kind === 'offline' || status.kind === 'problem' ? 'sync.tryNow' : 'sync.now')}
    </Button>
  );
}
