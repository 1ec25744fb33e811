import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { ListedLaptop } from '../../../shared/sync/protocol.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { Dialog } from '../../ui/dialog.js';
import classes from './laptops.module.css';

/** Which laptop is to be revoked, and whether what it has goes as well. */
export interface Revoking {
  readonly laptop: ListedLaptop;
  readonly wipe: boolean;
}

interface RevokeDialogProps {
  readonly revoking: Revoking | null;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

/** Says of which laptop, and what that means, before it is done. */
export function RevokeDialog({ revoking, onClose, onRevoked }: RevokeDialogProps) {
  const { t } = useTranslation();
  const title =
    revoking === null
      ? ''
      : t(revoking.wipe ? 'sync.revokeAndWipeThis' : 'sync.revokeThis', { name: revoking.laptop.name });
  return (
    <Dialog opened={revoking !== null} onClose={onClose} title={title}>
      {revoking === null ? null : <Question revoking={revoking} onClose={onClose} onRevoked={onRevoked} />}
    </Dialog>
  );
}

function Question({ revoking: { laptop, wipe }, onClose, onRevoked }: RevokeDialogProps & { revoking: Revoking }) {
  const { t } = useTranslation();
  const { host } = useSession();
  const { recruiterId: by } = usePreferences();
  const { device, name } = laptop;
  const revoke = async (): Promise<void> => {
    const answer = await host.call('sync.revoke', { device, wipe, by });
    onClose();
    if (answer.ok) {
      showToast({ text: t('sync.revokedNow', { name }), name });
      onRevoked();
    } else showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
  };
  return (
    <div className={classes['question']}>
      <p>{t('sync.revokeText')}</p>
      <p>{t(wipe ? 'sync.revokeWipes' : 'sync.revokeKeeps')}</p>
      <div className={classes['actions']}>
        <Button data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button variant="filled" data-danger onClick={() => void revoke()}>
          {t(wipe ? 'sync.revokeAndWipe' : 'sync.revoke')}
        </Button>
      </div>
    </div>
  );
}
