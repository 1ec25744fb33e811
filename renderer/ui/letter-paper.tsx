import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { sameJson } from '../../shared/lib/json.js';
import type { Result } from '../../shared/lib/result.js';
import type { LetterDocument } from '../../shared/records/letter.js';
import classes from './letter-paper.module.css';
import { pdfFailureWords } from './pdf/pdf-failure-words.js';
import type { PdfFailure } from './pdf/use-pdf.js';
import { RowSkeleton } from './row-skeleton.js';

// pdf.js is the heaviest part of the page: it comes with the first PDF, not with the start.
const PdfView = lazy(() => import('./pdf/pdf-view.js').then((module) => ({ default: module.PdfView })));

interface LetterPaperProps {
  readonly letter: LetterDocument;
  /** Has the letter set. Memoise it: another function sets the letter anew. */
  readonly show: (letter: LetterDocument) => Promise<Result<{ readonly url: string }, HostErrorCode>>;
  /** 1 fits the width. */
  readonly zoom?: number;
}

type Page = { readonly of: LetterDocument } & ({ readonly url: string } | { readonly code: HostErrorCode });

/** A letter on paper: the very pages that the printer gets. */
export function LetterPaper({ letter, show, zoom = 1 }: LetterPaperProps) {
  const { t } = useTranslation();
  const [page, setPage] = useState<Page | null>(null);
  // A plan made again brings the same letter as another object.
  const [kept, setKept] = useState(letter);
  if (kept !== letter && !sameJson(kept, letter)) setKept(letter);
  useEffect(() => {
    let wanted = true;
    void show(kept).then((answer) => {
      if (wanted) setPage(answer.ok ? { of: kept, url: answer.value.url } : { of: kept, code: answer.code });
    });
    return () => {
      wanted = false;
    };
  }, [show, kept]);
  if (page?.of !== kept) return <div className={classes['paper']} aria-busy="true" />;
  const name = t('letters.letterTo', { name: kept.recipient.name });
  const notShown = (code: PdfFailure) => (
    <p className={classes['failed']} role="alert">
      {t('letters.notShown', { reason: t(pdfFailureWords(code)) })}
    </p>
  );
  if ('code' in page) return notShown(page.code);
  return (
    <div className={classes['paper']}>
      <Suspense fallback={<RowSkeleton rows={8} />}>
        <PdfView address={page.url} name={name} zoom={zoom} onPosition={ignore} failed={notShown} />
      </Suspense>
    </div>
  );
}

function ignore(): void {
  // Which page is being read matters to nobody here.
}
