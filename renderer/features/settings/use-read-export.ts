import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import type { ExportSurvey } from '../../data/export/survey-export.js';
import { orFault } from '../../data/or-fault.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';

export type ReadState =
  | { readonly step: 'choose'; readonly failed: ErrorCode | null }
  | { readonly step: 'looking' }
  | { readonly step: 'plan'; readonly survey: ExportSurvey }
  | { readonly step: 'adding'; readonly done: number; readonly total: number };

interface ReadExport {
  readonly state: ReadState;
  readonly look: (file: File) => Promise<void>;
  readonly add: (survey: ExportSurvey) => Promise<void>;
  readonly leave: () => void;
  readonly stop: () => void;
}

/** An export is chosen, looked through, shown as what it would do, and added when somebody says so. */
export function useReadExport(): ReadExport {
  const { t } = useTranslation();
  const session = useSession();
  const [state, setState] = useState<ReadState>({ step: 'choose', failed: null });
  const adding = useRef<AbortController | null>(null);
  const leave = (failed: ErrorCode | null = null): void => {
    setState({ step: 'choose', failed });
  };
  return {
    state,
    leave: () => {
      leave();
    },
    stop: () => adding.current?.abort(),
    async look(file: File): Promise<void> {
      setState({ step: 'looking' });
      const survey = await orFault(() => session.surveyExport(file));
      if (survey.ok) setState({ step: 'plan', survey: survey.value });
      else leave(survey.code);
    },
    async add(survey: ExportSurvey): Promise<void> {
      const total = survey.toAdd;
      adding.current = new AbortController();
      setState({ step: 'adding', done: 0, total });
      const { signal } = adding.current;
      let added = 0;
      const onProgress = (done: number): void => {
        added = done;
        setState({ step: 'adding', done, total });
      };
      const read = await orFault(() => session.readExport({ survey, signal, onProgress }));
      leave();
      if (read.ok) showToast({ text: t('data.readDone', { count: read.value.added, files: read.value.files }) });
      else if (signal.aborted) showToast({ text: t('data.readStopped', { count: added }) });
      else {
        const words = { reason: t(ERROR_WORDS[read.code]), count: added };
        showToast({ text: t('data.readBroken', words), tone: 'problem' });
      }
    },
  };
}
