import { IconAlertTriangle, IconFileText } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useSession } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { RowSkeleton } from '../../ui/row-skeleton.js';
import classes from './document-view.module.css';
import type { StoredDocument } from './shown.js';
import type { PdfPosition } from '../../ui/pdf/pdf-view.js';
import type { PdfFailure } from '../../ui/pdf/use-pdf.js';

// pdf.js is the heaviest part of the page: it comes with the first PDF, not with the start.
const PdfView = lazy(() => import('../../ui/pdf/pdf-view.js').then((module) => ({ default: module.PdfView })));

interface DocumentPaperProps {
  readonly document: StoredDocument;
  readonly zoom: number;
  readonly onPosition: (position: PdfPosition) => void;
}

/** PDF and pictures in the page; a Word file is named and can be taken along. */
export function DocumentPaper({ document, zoom, onPosition }: DocumentPaperProps) {
  const { t } = useTranslation();
  const { host } = useSession();
  const { fileId, name, mediaType } = document.fields;
  const address = host.fileUrl(fileId);
  switch (mediaType) {
    case 'application/pdf':
      return (
        <Suspense fallback={<RowSkeleton rows={12} />}>
          <PdfView
            address={address}
            name={name}
            zoom={zoom}
            onPosition={onPosition}
            failed={(code) => <Unshown code={code} name={name} />}
          />
        </Suspense>
      );
    case 'image/jpeg':
    case 'image/png':
      return <Picture address={address} name={name} zoom={zoom} />;
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return (
        <EmptyState icon={IconFileText} title={t('dossier.wordFile')}>
          {t('dossier.wordFileText')}
        </EmptyState>
      );
  }
}

function Unshown({ code, name }: { readonly code: PdfFailure; readonly name: string }) {
  const { t } = useTranslation();
  const isPdf = code === 'pdf-unreadable' || code === 'pdf-locked' || code === 'pdf-too-slow';
  return (
    <EmptyState icon={IconAlertTriangle} title={name}>
      {isPdf ? t(`dossier.${code}`) : t(ERROR_WORDS[code])}
    </EmptyState>
  );
}

interface PictureProps {
  readonly address: string;
  readonly name: string;
  readonly zoom: number;
}

function Picture({ address, name, zoom }: PictureProps) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <EmptyState icon={IconAlertTriangle} title={name}>
        {t('dossier.imageFailed')}
      </EmptyState>
    );
  }
  return (
    // A place that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['picture']} tabIndex={0} role="region" aria-label={t('dossier.paper', { name })}>
      <img
        src={address}
        alt={name}
        style={{ width: `${zoom * 100}%` }}
        onError={() => {
          setFailed(true);
        }}
      />
    </div>
  );
}
