import { useEffect, useState } from 'react';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Result } from '../../../shared/lib/result.js';
import { fetchFile } from './fetch-file.js';
import { openPdf, type OpenedPdf, type PdfErrorCode } from './open-pdf.js';

export type PdfFailure = PdfErrorCode | HostErrorCode;

export type PdfState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly pdf: OpenedPdf }
  | { readonly status: 'failed'; readonly code: PdfFailure };

/** The PDF at an address of the host, open as long as it is shown. */
export function usePdf(address: string): PdfState {
  const [state, setState] = useState<{ readonly of: string; readonly pdf: PdfState } | null>(null);
  useEffect(() => {
    const leave = new AbortController();
    let open: OpenedPdf | null = null;
    void load(address, leave.signal).then((answer) => {
      if (leave.signal.aborted) {
        if (answer.ok) answer.value.close();
        return;
      }
      if (answer.ok) open = answer.value;
      const pdf: PdfState = answer.ok
        ? { status: 'ready', pdf: answer.value }
        : { status: 'failed', code: answer.code };
      setState({ of: address, pdf });
    });
    return () => {
      leave.abort();
      open?.close();
    };
  }, [address]);
  return state?.of === address ? state.pdf : { status: 'loading' };
}

async function load(address: string, signal: AbortSignal): Promise<Result<OpenedPdf, PdfFailure>> {
  const bytes = await fetchFile(address, signal);
  return bytes.ok ? await openPdf(bytes.value) : bytes;
}
