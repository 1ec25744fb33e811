import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidateBatches } from '../../../../shared/domain/reports/candidate-batches.js';
import { refuseRead } from '../../../../shared/domain/refuse-read.js';
import { ERROR_WORDS } from '../../../../shared/i18n/error-words.js';
import { dateIn } from '../../../../shared/lib/time.js';
import type { Vacancy } from '../../../../shared/records/vacancy.js';
import { useSession } from '../../../data/use-session.js';
import { showToast } from '../../../state/ui-store.js';
import { useFormats } from '../../../ui/formats.js';
import { STAGE_WORDS } from '../../../ui/stage-words.js';
import { STATUS_LOOKS, stageOf } from '../../../ui/status-tag.js';
import type { ListedApplication } from '../sort-applications.js';
import type { CandidateReport } from './make-report.js';

/** Which candidate of all is being read. */
interface Making {
  readonly at: number;
  readonly count: number;
  readonly name: string;
}

export interface CandidateReportDesk {
  /** Null while nothing is being made. */
  readonly making: Making | null;
  /** Those that are finished, in their order. */
  readonly made: readonly CandidateReport[];
  readonly make: (rows: readonly ListedApplication[]) => Promise<void>;
  readonly cancel: () => void;
}

/** Makes the reports of a vacancy, one after the other, until somebody leaves or cancels; those that are finished stay. */
export function useCandidateReport(vacancy: Vacancy): CandidateReportDesk {
  const { t } = useTranslation();
  const session = useSession();
  const linesOf = useLinesOf();
  const formats = useFormats();
  const [making, setMaking] = useState<Making | null>(null);
  const [made, setMade] = useState<readonly CandidateReport[]>([]);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const make = async (rows: readonly ListedApplication[]): Promise<void> => {
    // C19: the page is not offered without the right; it may have been taken away while the page was open.
    const { recruiterId } = session.preferences.current();
    const refused = refuseRead('report', recruiterId, session.roster.current().recruiters);
    if (refused !== null) return showToast({ text: t(ERROR_WORDS[refused]), tone: 'problem' });
    const control = new AbortController();
    stop.current = control;
    setMade([]);
    // pdf-lib and pdf.js come with the first report, not with the start.
    const [{ makeReport }, { filePages }] = await Promise.all([import('./make-report.js'), import('./file-pages.js')]);
    const batches = candidateBatches(rows);
    const date = dateIn(formats.zone, session.now());
    let before = 0;
    for (const [at, batch] of batches.entries()) {
      const part = batches.length === 1 ? [] : [t('reports.batchOf', { number: at + 1, count: batches.length })];
      const report = await makeReport(batch, {
        ...{ session, t, filePages, linesOf, signal: control.signal },
        common: { language: formats.language, date, title: t('reports.candidateReport') },
        lines: [vacancy.title, formats.calendarDate(date), ...part, t('reports.confidential')].filter(Boolean),
        onProgress: (done, name) => {
          if (!control.signal.aborted) setMaking({ at: before + done + 1, count: rows.length, name });
        },
      });
      if (control.signal.aborted) return;
      if (!report.ok || report.value === null) {
        setMaking(null);
        if (!report.ok) showToast({ text: t(ERROR_WORDS[report.code]), tone: 'problem' });
        return;
      }
      const finished = report.value;
      setMade((earlier) => [...earlier, finished]);
      before += batch.length;
    }
    setMaking(null);
  };
  const cancel = (): void => {
    stop.current?.abort();
    setMaking(null);
  };
  return { making, made, make, cancel };
}

/** What the sheet of a candidate says under the name. */
function useLinesOf(): (row: ListedApplication) => readonly string[] {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ application, person }) => {
    const stage = stageOf(application);
    const status = [t(STATUS_LOOKS[application.status].word), ...(stage === null ? [] : [t(STAGE_WORDS[stage])])];
    return [
      status.join(', '),
      t('reports.receivedOn', { date: formats.date(application.receivedAt) }),
      [person.school, person.city].filter(Boolean).join(' · '),
      [person.email, person.phone].filter(Boolean).join(' · '),
    ].filter(Boolean);
  };
}
