import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './restored-note.module.css';

/** Says that what stands in the form was typed before a restart, and offers to throw it away. */
export function RestoredNote({ onDiscard }: { readonly onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <p className={classes['note']} role="status">
      {t('vacancies.restored')}
      <Button variant="subtle" size="xs" onClick={onDiscard}>
        {t('vacancies.discard')}
      </Button>
    </p>
  );
}
