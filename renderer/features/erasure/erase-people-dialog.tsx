import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationId, PersonId } from '../../../shared/records/primitives.js';
import { EverywhereDialog } from './everywhere-dialog.js';
import { useErasure } from './use-erasure.js';

interface ErasePeopleDialogProps {
  readonly people: readonly PersonId[];
  readonly onClose: () => void;
}

const NO_APPLICATIONS: ReadonlySet<ApplicationId> = new Set();

/** C23: everything that is kept of somebody, before it goes; also of who has no application at all. */
export function ErasePeopleDialog({ people, onClose }: ErasePeopleDialogProps) {
  const { t } = useTranslation();
  const everywhere = useMemo(() => new Set(people), [people]);
  const { erasures, failed, erase, isBusy } = useErasure(people, NO_APPLICATIONS, everywhere);
  return (
    <EverywhereDialog
      title={t('deleted.deleteCandidate', { count: people.length })}
      erasures={erasures}
      failed={failed}
      isBusy={isBusy}
      confirm="deleted.deletePermanently"
      onConfirm={() => {
        void erase(everywhere).then((done) => {
          if (done) onClose();
        });
      }}
      back="common.cancel"
      onBack={onClose}
    />
  );
}
