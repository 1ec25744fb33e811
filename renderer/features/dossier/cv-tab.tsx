import { useTranslation } from 'react-i18next';
import { ACCEPTED_FILES } from '../../data/store-file.js';
import { IfRight } from '../../data/if-right.js';
import { DropZone } from '../../ui/drop-zone.js';
import { DocumentView } from './document-view.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';
import { FileProgress } from './file-progress.js';
import { useAddDocument } from './use-add-document.js';

interface CvTabProps {
  readonly shown: Shown;
  /** A document chosen elsewhere; null shows the newest CV. */
  readonly documentId: string | null;
}

/** What was handed in: the words of the application, and the CV as paper. */
export function CvTab({ shown, documentId }: CvTabProps) {
  const { t } = useTranslation();
  const { documents, applications } = shown.dossier;
  const document =
    documents.find(({ id }) => id === documentId) ?? documents.find(({ fields }) => fields.kind === 'cv');
  const letter = applications.find(({ id }) => id === shown.applicationId)?.fields.text ?? '';
  const adding = useAddDocument(shown, 'cv');
  return (
    <>
      {letter === '' ? null : (
        <section className={classes['letter']}>
          <h2>{t('dossier.letter')}</h2>
          <p>{letter}</p>
        </section>
      )}
      {document === undefined ? (
        <IfRight right="documents-notes">
          <div className={classes['noCv']}>
            <DropZone
              title={t('dossier.addCv')}
              hint={t('dossier.addCvHint')}
              accept={ACCEPTED_FILES}
              onFile={(file) => void adding.add(file)}
            />
            <FileProgress state={adding.state} />
          </div>
        </IfRight>
      ) : (
        <DocumentView key={document.id} document={document} />
      )}
    </>
  );
}
