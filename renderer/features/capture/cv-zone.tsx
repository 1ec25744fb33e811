import { ActionIcon, Loader } from '@mantine/core';
import { IconAlertTriangle, IconFileText, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { ACCEPTED_FILES } from '../../data/store-file.js';
import { isPeopleList, requestImport } from '../../state/import-request.js';
import { DropZone } from '../../ui/drop-zone.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { icon, tagIcon } from '../../ui/icon-props.js';
import type { PdfErrorCode } from '../../ui/pdf/open-pdf.js';
import classes from './capture.module.css';
import type { Capture } from './use-capture.js';
import { usePaperProblem } from './use-paper-problem.js';

/** The CV by drop or by picker, stored at once; what is wrong with a file stands beside the zone. */
export function CvZone({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { upload, form } = capture;
  const { state } = upload;
  return (
    <div className={classes['cv']}>
      <DropZone
        size="large"
        title={t('capture.cvTitle')}
        hint={t('capture.cvHint')}
        accept={ACCEPTED_FILES}
        disabled={capture.held}
        onFile={(file) => {
          if (isPeopleList(file.name)) {
            requestImport(file); // no CV, and not of one person
            void navigate({ to: '/import' });
          } else upload.start(file);
        }}
      />
      <div aria-live="polite">
        {state.kind === 'failed' ? (
          <p className={classes['cvProblem']}>
            <FieldError>
              {t('capture.cvFailed', { name: state.name })} {t(ERROR_WORDS[state.code])}
            </FieldError>
          </p>
        ) : null}
        {state.kind === 'storing' ? (
          <p className={classes['file']}>
            <Loader size={16} />
            <span>{t('capture.cvStoring', { name: state.name })}</span>
          </p>
        ) : null}
        {form.cv !== null && state.kind !== 'storing' ? <StoredFile capture={capture} file={form.cv} /> : null}
      </div>
    </div>
  );
}

/** Said while the person still stands there and can bring another file. */
const PAPER_WORDS = {
  'pdf-unreadable': 'capture.cvUnreadable',
  'pdf-locked': 'capture.cvLocked',
  'pdf-too-slow': 'capture.cvSlow',
} as const satisfies Record<PdfErrorCode, MessageKey>;

interface StoredFileProps {
  readonly capture: Capture;
  readonly file: NonNullable<Capture['form']['cv']>;
}

function StoredFile({ capture, file }: StoredFileProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const problem = usePaperProblem(file);
  return (
    <>
      <div className={classes['file']}>
        <IconFileText {...icon} />
        <span>
          <bdi>{file.name}</bdi>
          <small>
            {formats.bytes(file.size)} · {t('capture.cvStored')}
          </small>
        </span>
        <ActionIcon aria-label={t('common.removeNamed', { name: file.name })} onClick={capture.removeCv}>
          <IconTrash {...icon} />
        </ActionIcon>
      </div>
      {problem === null ? null : (
        <p className={classes['cvWarning']}>
          <IconAlertTriangle {...tagIcon} />
          <span>{t(PAPER_WORDS[problem])}</span>
        </p>
      )}
    </>
  );
}
