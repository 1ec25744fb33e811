import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonErasure } from '../../data/erase.js';
import { Dialog } from '../../ui/dialog.js';
import classes from './erasure.module.css';
import { ErasureFoot } from './erasure-foot.js';
import { ErasureLead } from './erasure-lead.js';
import { ErasureList } from './erasure-list.js';

interface EverywhereDialogProps {
  readonly title: string;
  /** Of whom everything goes; null while it is being read. */
  readonly erasures: readonly PersonErasure[] | null;
  readonly isBusy: boolean;
  readonly confirm: 'deleted.deletePermanently' | 'deleted.erasure.everywhereConfirm';
  readonly onConfirm: () => void;
  readonly back: 'common.cancel' | 'common.back';
  readonly onBack: () => void;
}

/** C23: that a person goes with everything, also what is not deleted yet, is asked for by itself. */
export function EverywhereDialog(props: EverywhereDialogProps) {
  const { title, erasures, isBusy, confirm, onConfirm, back, onBack } = props;
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onBack} title={title} size={640}>
      <ErasureLead />
      {erasures === null ? (
        <div className={classes['reading']}>
          <Loader size="sm" aria-label={t('common.loading')} />
        </div>
      ) : (
        <>
          <p className={classes['count']}>{t('deleted.erasure.everywhereText')}</p>
          <ErasureList erasures={erasures} />
        </>
      )}
      <ErasureFoot
        confirm={t(confirm)}
        ready={erasures !== null}
        isBusy={isBusy}
        onConfirm={onConfirm}
        back={back}
        onBack={onBack}
      />
    </Dialog>
  );
}
