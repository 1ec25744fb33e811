import { useEffect, useRef, useState, type RefObject } from 'react';
import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import type { PdfErrorCode } from './open-pdf.js';
import { withinPatience } from './patience.js';
import classes from './pdf-view.module.css';

/** A4, until the page has said its own. */
const USUAL_RATIO = 297 / 210;
/** A canvas beyond this is refused, or drawn empty, by some graphics cards. */
const MOST_PIXELS = 16_000_000;
/** Pages this near are drawn; those farther away give their memory back. */
const NEAR = '800px';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  /** CSS pixels. */
  readonly width: number;
  readonly label: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onFailed: (code: PdfErrorCode) => void;
}

/** One sheet of paper, drawn while it is near. */
export function PdfPage({ document, number, width, label, scroller, onFailed }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [ratio, setRatio] = useState(USUAL_RATIO);
  const near = useNear(sheet, scroller);
  useEffect(() => {
    if (!near) return undefined;
    const target = { canvas: canvas.current, text: text.current };
    const leave = new AbortController();
    const left = (): boolean => leave.signal.aborted;
    void document
      .getPage(number)
      .then(async (page) => {
        if (left()) return;
        const { width: wide, height } = page.getViewport({ scale: 1 });
        setRatio(height / wide);
        const drawn = await withinPatience(draw(page, width / wide, target, leave.signal).then(() => true));
        if (drawn === null && !left()) onFailed('pdf-too-slow');
      })
      .catch(() => {
        if (!left()) onFailed('pdf-unreadable');
      });
    return () => {
      leave.abort();
    };
  }, [document, number, width, near, onFailed]);
  return (
    <div
      ref={sheet}
      className={classes['sheet']}
      style={{ width, height: width * ratio }}
      role="group"
      aria-label={label}
      data-page={number}
    >
      {near ? (
        <>
          <canvas ref={canvas} aria-hidden="true" />
          <div ref={text} className={classes['text']} />
        </>
      ) : null}
    </div>
  );
}

interface Target {
  readonly canvas: HTMLCanvasElement | null;
  readonly text: HTMLDivElement | null;
}

async function draw(page: PDFPageProxy, scale: number, { canvas, text }: Target, signal: AbortSignal): Promise<void> {
  if (canvas === null || text === null) return;
  const viewport = page.getViewport({ scale });
  const sharp = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  const drawing = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
  text.replaceChildren();
  text.style.setProperty('--total-scale-factor', String(scale));
  const words = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  signal.addEventListener('abort', () => {
    drawing.cancel();
    words.cancel();
  });
  try {
    await Promise.all([drawing.promise, words.render()]);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function useNear(sheet: RefObject<HTMLDivElement | null>, scroller: RefObject<HTMLDivElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last !== undefined) setNear(last.isIntersecting);
      },
      { root: scroller.current, rootMargin: NEAR },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [sheet, scroller]);
  return near;
}
