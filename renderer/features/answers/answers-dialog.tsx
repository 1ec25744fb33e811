import { Button, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { Dialog } from '../../ui/dialog.js';
import { DropZone } from '../../ui/drop-zone.js';
import { AnswerRow } from './answer-row.js';
import foot from '../../ui/dialog-foot.module.css';
import classes from './answers-dialog.module.css';
import { LARGEST_ANSWER } from './read-answers.js';
import { useReadAnswers, type ReadingAnswers } from './use-read-answers.js';

interface AnswersDialogProps {
  /** What was dropped before it opened. */
  readonly files: readonly File[];
  readonly onClose: () => void;
}

/**
 * *Read answers* (R85–R91): mails and replies of calendar programs, by drop, file or paste, as many as there are; what becomes of each
 * of them is seen before it is written.
 */
export function AnswersDialog({ files, onClose }: AnswersDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const reading = useReadAnswers();
  const { takeFiles, lines, count } = reading;
  useEffect(() => {
    void takeFiles(files);
  }, [takeFiles, files]);
  const save = async (): Promise<void> => {
    const result = await reading.save();
    if (!result.ok) {
      showToast({ text: t(ERROR_WORDS[result.code]), tone: 'problem' });
      return;
    }
    showToast({ text: t('answers.saved', { count }), undo: () => session.undo(result.value, 'all-or-nothing') });
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('answers.title')} size={640}>
      <div className={classes['steps']}>
        <DropZone
          title={t('answers.dropTitle')}
          hint={t('answers.dropHint')}
          accept=".eml,.ics,message/rfc822,text/calendar"
          several
          onFile={(file) => void takeFiles([file])}
        />
        <Paste reading={reading} />
        <section aria-label={t('answers.list')} aria-live="polite" aria-busy={reading.busy}>
          {lines.length === 0 ? null : (
            <ul className={classes['list']}>
              {lines.map((line) => (
                <AnswerRow key={line.key} line={line} />
              ))}
            </ul>
          )}
        </section>
        <footer className={foot['foot']}>
          <Button onClick={onClose}>{t('common.back')}</Button>
          {count === 0 ? null : (
            <Button variant="filled" onClick={() => void save()}>
              {t('answers.save', { count })}
            </Button>
          )}
        </footer>
      </div>
    </Dialog>
  );
}

function Paste({ reading }: { readonly reading: ReadingAnswers }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const read = (): void => {
    if (text.trim() === '') return;
    setText('');
    void reading.takeText(text);
  };
  return (
    <div className={classes['paste']}>
      <Textarea
        label={t('answers.paste')}
        description={t('answers.pasteHint')}
        rows={2}
        maxLength={LARGEST_ANSWER}
        value={text}
        spellCheck={false}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
      />
      <Button onClick={read}>{t('answers.read')}</Button>
    </div>
  );
}
