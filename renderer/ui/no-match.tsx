import { Button } from '@mantine/core';
import { IconZoomCancel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state.js';

interface NoMatchProps {
  /** What else is to be said than that the filter hides all of it. */
  readonly text?: string;
  /** Takes every filter away. */
  readonly onClear: () => void;
}

/** A list with something in it of which the filters show nothing. */
export function NoMatch({ text, onClear }: NoMatchProps) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconZoomCancel}
      title={t('applications.noMatch')}
      action={<Button onClick={onClear}>{t('applications.noMatchAction')}</Button>}
    >
      {text ?? t('applications.noMatchText')}
    </EmptyState>
  );
}
