import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LETTERS_AT_ONCE } from '../../../shared/host/contract.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { LetterId } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { pdfFailureWords } from '../../ui/pdf/pdf-failure-words.js';
import { lettersPdf } from './letters-pdf.js';

interface PrintLetters {
  readonly onProgress: (progress: { readonly at: number; readonly count: number }) => void;
  /** The print dialog is closed. */
  readonly onPrinted: (printed: true) => void;
  /** Nothing was printed, and why has been said. */
  readonly onFailed: () => void;
}

/** Prints letters as one PDF while whoever asks is there; leaving stops it. */
export function usePrintLetters(letterIds: readonly LetterId[], on: PrintLetters): void {
  const { t } = useTranslation();
  const session = useSession();
  const now = useRef({ t, on });
  useEffect(() => {
    now.current = { t, on };
  });
  useEffect(() => {
    const leave = new AbortController();
    const left = (): boolean => leave.signal.aborted;
    const fail = (text: string): void => {
      showToast({ text, tone: 'problem' });
      now.current.on.onFailed();
    };
    const print = async (): Promise<void> => {
      const { t: words } = now.current;
      if (letterIds.length > LETTERS_AT_ONCE) return fail(words('letters.tooMany', { max: LETTERS_AT_ONCE }));
      const made = await lettersPdf(session, letterIds, words('letters.title'));
      if (left()) return;
      if (!made.ok) return fail(words(ERROR_WORDS[made.code]));
      if (made.value === null) return fail(words('letters.gone'));
      const { printPdf } = await import('../../ui/pdf/print-pdf.js');
      const printed = await printPdf(made.value.url, {
        onProgress: (at, count) => {
          if (!left()) now.current.on.onProgress({ at, count });
        },
        signal: leave.signal,
      });
      if (left()) return;
      if (printed.ok) now.current.on.onPrinted(true);
      else fail(words(pdfFailureWords(printed.code)));
    };
    void print();
    return () => {
      leave.abort();
    };
  }, [session, letterIds]);
}
