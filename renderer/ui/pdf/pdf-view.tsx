import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { RowSkeleton } from '../row-skeleton.js';
import { PdfPage } from './pdf-page.js';
import classes from './pdf-view.module.css';
import { usePdf, type PdfFailure } from './use-pdf.js';

/** More are not drawn; nobody's CV has them (security.md 8). */
const MOST_PAGES = 200;
const MARGINS = 48;
/** CSS pixels: wider lines are harder to read, and a sheet must not be all that one sees. */
const WIDEST = 960;

export interface PdfPosition {
  readonly page: number;
  readonly pages: number;
}

interface PdfViewProps {
  readonly address: string;
  readonly name: string;
  /** 1 fits the width. */
  readonly zoom: number;
  readonly onPosition: (position: PdfPosition) => void;
  readonly failed: (code: PdfFailure) => React.ReactNode;
}

/** A PDF as paper: pages drawn when they come into sight, their text on top for selecting and for screen readers. */
export function PdfView({ address, name, zoom, onPosition, failed }: PdfViewProps) {
  const state = usePdf(address);
  const { t } = useTranslation();
  switch (state.status) {
    case 'loading':
      return <RowSkeleton rows={12} />;
    case 'failed':
      return failed(state.code);
    case 'ready':
      return (
        <Pages
          document={state.pdf.document}
          label={t('dossier.paper', { name })}
          zoom={zoom}
          onPosition={onPosition}
          onFailed={failed}
        />
      );
  }
}

interface PagesProps extends Pick<PdfViewProps, 'zoom' | 'onPosition'> {
  readonly document: PDFDocumentProxy;
  readonly label: string;
  readonly onFailed: PdfViewProps['failed'];
}

function Pages({ document, label, zoom, onPosition, onFailed }: PagesProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const [failure, setFailure] = useState<PdfFailure | null>(null);
  const count = Math.min(document.numPages, MOST_PAGES);
  usePosition(scroller, document.numPages, onPosition);
  if (failure !== null) return onFailed(failure);
  return (
    // A place that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={classes['scroller']} tabIndex={0} role="region" aria-label={label}>
      {width === 0
        ? null
        : Array.from({ length: count }, (_, at) => (
            <PdfPage
              key={at}
              document={document}
              number={at + 1}
              width={Math.min(Math.max(160, width - MARGINS), WIDEST) * zoom}
              label={t('dossier.page', { at: at + 1, count: document.numPages })}
              scroller={scroller}
              onFailed={setFailure}
            />
          ))}
      {document.numPages > count ? <p className={classes['rest']}>{t('dossier.onlyFirst', { count })}</p> : null}
    </div>
  );
}

function useWidth(scroller: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [scroller]);
  return width;
}

/** Tells which page stands at the upper third of what is seen. */
function usePosition(
  scroller: React.RefObject<HTMLDivElement | null>,
  pages: number,
  onPosition: PdfViewProps['onPosition'],
): void {
  const tell = useRef(onPosition);
  useEffect(() => {
    tell.current = onPosition;
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let shown = 0;
    const look = (): void => {
      const line = element.getBoundingClientRect().top + element.clientHeight / 3;
      const above = [...element.querySelectorAll('[data-page]')].filter(
        (page) => page.getBoundingClientRect().top <= line,
      );
      const page = Math.max(1, above.length);
      if (page === shown) return;
      shown = page;
      tell.current({ page, pages });
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      element.removeEventListener('scroll', look);
    };
  }, [scroller, pages]);
}
