import { useEffect, useState } from 'react';
import type { StoredCv } from '../../../shared/domain/capture.js';
import { useSession } from '../../data/use-session.js';
import { fetchFile } from '../../ui/pdf/fetch-file.js';
import type { PdfErrorCode } from '../../ui/pdf/open-pdf.js';

/** Why the pages of a stored PDF cannot be read; null while nobody knows, when they can, and for other kinds of file. */
export function usePaperProblem({ fileId, mediaType }: StoredCv): PdfErrorCode | null {
  const { host } = useSession();
  const [found, setFound] = useState<{ readonly fileId: string; readonly problem: PdfErrorCode | null } | null>(null);
  useEffect(() => {
    if (mediaType !== 'application/pdf') return undefined;
    const leave = new AbortController();
    void look(host.fileUrl(fileId), leave.signal).then((problem) => {
      if (!leave.signal.aborted) setFound({ fileId, problem });
    });
    return () => {
      leave.abort();
    };
  }, [host, fileId, mediaType]);
  return found?.fileId === fileId ? found.problem : null;
}

/** A file that cannot be fetched says nothing about its pages. */
async function look(address: string, signal: AbortSignal): Promise<PdfErrorCode | null> {
  const bytes = await fetchFile(address, signal);
  if (!bytes.ok) return null;
  // pdf.js is heavy: it comes with the first PDF, when the file is safe already.
  const { checkPdf } = await import('../../ui/pdf/check-pdf.js');
  return await checkPdf(bytes.value);
}
