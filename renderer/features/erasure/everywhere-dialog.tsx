import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import type { PersonErasure } from '../../data/erase.js';
import { Dialog } from '../../ui/dialog.js';
import classes from './erasure.module.css';
import { ErasureFoot } from './erasure-foot.js';
import { ErasureLead } from './erasure-lead.js';
import { ErasureList } from './erasure-list.js';
import { ErasureReading } from './erasure-reading.js';

interface EverywhereDialogProps {
  readonly title: string;
  /** Of whom everything goes; null while it is being read. */
  readonly erasures: readonly PersonErasure[] | null;
  /** Why it cannot be read. */
  readonly failed: ErrorCode | null;
  readonly isBusy: boolean;
  readonly confirm: 'deleted.deletePermanently' | 'deleted.erasure.everywhereConfirm';
  readonly onConfirm: () => void;
  readonly back: 'common.cancel' | 'common.back';
  readonly onBack: () => void;
}

/** C23: that a person goes with everything, also what is not deleted yet, is asked for by itself. */
export function EverywhereDialog(props: EverywhereDialogProps) {
  const { title, erasures, failed, isBusy, confirm, onConfirm, back, onBack } = props;
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onBack} title={title} size={640}>
      <ErasureLead />
      {erasures === null ? (
        <ErasureReading failed={failed} />
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
