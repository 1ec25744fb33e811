import { Button } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedChange } from '../../../shared/domain/progress-action.js';
import type { ApplicationId, FileId } from '../../../shared/records/primitives.js';
import { useShortcut } from '../../state/shortcuts.js';
import { icon } from '../../ui/icon-props.js';
import { PdfZoom } from '../../ui/pdf/pdf-zoom.js';
import { AttachedFile } from './attached-file.js';
import classes from './attached-sheet.module.css';
import { MailStepper } from './mail-stepper.js';

/** A file that is read: whose mail it goes with, and which it is; null for the first of them. */
export interface Paper {
  readonly application: ApplicationId;
  readonly file: FileId | null;
}

interface AttachedSheetProps {
  readonly included: readonly PlannedChange[];
  readonly shown: Paper;
  readonly onShow: (application: ApplicationId) => void;
  readonly onBack: () => void;
}

/** What goes along with the mails, one at a time over the whole width of the dialog: a contract is there to be read. */
export function AttachedSheet({ included, shown, onShow, onBack }: AttachedSheetProps) {
  const { t } = useTranslation();
  const [zoom, setZoom] = useState(1);
  useShortcut({ keys: 'Escape', label: t('progress.backToMails'), scope: 'dialog', run: onBack });
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    back.current?.focus();
  }, []);
  const withFile = included.filter(({ messages }) => messages[0]?.message.attachments[0] !== undefined);
  const at = withFile.findIndex(({ applicationId }) => applicationId === shown.application);
  const message = withFile[at]?.messages[0]?.message;
  const file = message?.attachments.find(({ fileId }) => fileId === shown.file) ?? message?.attachments[0];
  return (
    <section className={classes['sheet']} aria-label={file?.name ?? t('progress.attachment')}>
      <header className={classes['head']}>
        <Button ref={back} variant="subtle" size="xs" leftSection={<IconChevronLeft {...icon} />} onClick={onBack}>
          {t('progress.backToMails')}
        </Button>
        <p>{t('progress.fileNote')}</p>
        {message === undefined || withFile.length === 1 ? null : (
          <MailStepper
            name={message.to.name}
            at={at}
            count={withFile.length}
            onStep={(by) => {
              const next = withFile[at + by];
              if (next !== undefined) onShow(next.applicationId);
            }}
          />
        )}
        <PdfZoom zoom={zoom} onZoom={setZoom} />
      </header>
      {file === undefined ? null : <AttachedFile key={file.fileId} file={file} zoom={zoom} />}
    </section>
  );
}
