import { IconAlertTriangle } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../shared/records/message.js';
import { useSession } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { pdfFailureWords } from '../../ui/pdf/pdf-failure-words.js';
import type { PdfFailure } from '../../ui/pdf/use-pdf.js';
import { RowSkeleton } from '../../ui/row-skeleton.js';

// pdf.js is the heaviest part of the page: it comes with the first PDF, not with the start.
const PdfView = lazy(() => import('../../ui/pdf/pdf-view.js').then((module) => ({ default: module.PdfView })));

interface AttachedFileProps {
  readonly file: Message['attachments'][number];
  /** 1 fits the width. */
  readonly zoom: number;
}

/** The file that goes along with a mail: the very bytes that will be sent. */
export function AttachedFile({ file, zoom }: AttachedFileProps) {
  const { host } = useSession();
  return (
    <Suspense fallback={<RowSkeleton rows={8} />}>
      <PdfView
        address={host.fileUrl(file.fileId)}
        name={file.name}
        zoom={zoom}
        onPosition={ignore}
        failed={(code) => <Unshown code={code} name={file.name} />}
      />
    </Suspense>
  );
}

function ignore(): void {
  // Which page is being read matters to nobody here.
}

function Unshown({ code, name }: { readonly code: PdfFailure; readonly name: string }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconAlertTriangle} title={name}>
      {t(pdfFailureWords(code))}
    </EmptyState>
  );
}
