import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import foot from '../../ui/dialog-foot.module.css';

interface ErasureFootProps {
  /** What the button that does it says; null where there is nothing to do. */
  readonly confirm: string | null;
  /** Not before it is read what would go. */
  readonly ready?: boolean;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  /** Leaves it all as it is; it has the focus. */
  readonly back: 'common.cancel' | 'common.back';
  readonly onBack: () => void;
}

export function ErasureFoot({ confirm, ready = true, isBusy, onConfirm, back, onBack }: ErasureFootProps) {
  const { t } = useTranslation();
  return (
    <div className={foot['foot']}>
      <Button data-autofocus onClick={onBack}>
        {t(back)}
      </Button>
      {confirm === null ? null : (
        <Button variant="filled" data-danger loading={isBusy} disabled={!ready} onClick={onConfirm}>
          {confirm}
        </Button>
      )}
    </div>
  );
}
