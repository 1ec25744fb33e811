import { Button, Progress } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterId } from '../../../shared/records/primitives.js';
import { closeLetters, useLetterRequestStore, type LetterRequest } from '../../state/letter-request.js';
import { Dialog } from '../../ui/dialog.js';
import classes from './letters-host.module.css';
import { usePrintLetters } from './use-print-letters.js';
import { useSaveLetters } from './use-save-letters.js';
import { useNoteLetters } from './use-note-letters.js';

/** Does what is asked of letters, wherever it is asked: print, save, posted, not to be posted. */
export function LettersHost() {
  const request = useLetterRequestStore((state) => state.request);
  if (request === null) return null;
  if (request.act === 'print') return <Printing key={request.id} letterIds={request.letterIds} />;
  return <AtOnce key={request.id} request={request} />;
}

/** What needs no dialog. */
function AtOnce({ request }: { readonly request: LetterRequest }) {
  const save = useSaveLetters();
  const note = useNoteLetters();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const { act, letterIds } = request;
    if (act === 'posted' || act === 'discarded') void note(act, letterIds);
    else void save(letterIds);
    closeLetters();
  }, [request, note, save]);
  return null;
}

/** C16: the pages go to the printer; whether they came out of it, a person says. */
function Printing({ letterIds }: { readonly letterIds: readonly LetterId[] }) {
  const { t } = useTranslation();
  const note = useNoteLetters();
  const [progress, setProgress] = useState<{ readonly at: number; readonly count: number } | null>(null);
  const [asks, setAsks] = useState(false);
  usePrintLetters(letterIds, { onProgress: setProgress, onPrinted: setAsks, onFailed: closeLetters });
  return (
    <Dialog opened onClose={closeLetters} title={t(asks ? 'letters.askTitle' : 'letters.printTitle')}>
      {asks ? (
        <div className={classes['printing']}>
          <p>{t('letters.askText', { count: letterIds.length })}</p>
          <footer>
            <Button onClick={closeLetters}>{t('letters.askNo')}</Button>
            <Button
              variant="filled"
              data-autofocus
              onClick={() => {
                void note('printed', letterIds);
                closeLetters();
              }}
            >
              {t('letters.askYes')}
            </Button>
          </footer>
        </div>
      ) : (
        <div className={classes['printing']}>
          <p role="status">{progress === null ? t('common.loading') : t('letters.preparing', progress)}</p>
          <Progress
            aria-label={t('letters.printTitle')}
            value={progress === null ? 0 : (100 * progress.at) / progress.count}
          />
          <footer>
            <Button onClick={closeLetters}>{t('common.cancel')}</Button>
          </footer>
        </div>
      )}
    </Dialog>
  );
}
