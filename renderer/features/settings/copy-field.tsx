import { Button, Textarea } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../state/ui-store.js';
import { icon } from '../../ui/icon-props.js';
import classes from './server-section.module.css';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
}

/** Something to be handed on, whole however long it is, and a button that copies it. */
export function CopyField({ label, value }: CopyFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      showToast({ text: t('sync.copied', { what: label }) });
    } catch {
      field.current?.select(); // the browser forbids it
      showToast({ text: t('sync.copyYourself'), tone: 'problem' });
    }
  };
  return (
    <div className={classes['copy']}>
      <Textarea ref={field} label={label} value={value} minRows={1} autosize readOnly spellCheck={false} />
      <Button
        leftSection={<IconCopy {...icon} />}
        aria-label={t('sync.copyThis', { what: label })}
        onClick={() => void copy()}
      >
        {t('sync.copy')}
      </Button>
    </div>
  );
}
