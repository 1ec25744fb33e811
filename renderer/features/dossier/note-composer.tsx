import { Button, Textarea } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanNote, NOTE_LIMIT } from '../../../shared/domain/capture.js';
import { addNote } from '../../../shared/domain/dossier-changes.js';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import { useSession } from '../../data/use-session.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { showToast } from '../../state/ui-store.js';
import { FieldError } from '../../ui/field-error.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';

interface NoteComposerProps {
  readonly shown: Shown;
  readonly onDone: () => void;
}

/** A note being written: a draft at every key, saved with Ctrl and Enter, put aside with Esc. */
export function NoteComposer({ shown, onDone }: NoteComposerProps) {
  const { t } = useTranslation();
  const note = useNote(shown, onDone);
  const onKeyDown = (event: KeyboardEvent): void => {
    const save = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!save && event.key !== 'Escape') return;
    event.preventDefault(); // the page has other plans for both
    if (save) void note.save();
    else onDone();
  };
  return (
    <div className={classes['composer']}>
      <Textarea
        label={t('dossier.note')}
        description={t('dossier.noteHint')}
        // It was asked for just now: the cursor goes where one writes.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        maxLength={NOTE_LIMIT}
        minRows={3}
        maxRows={10}
        value={note.text}
        error={note.stop === null ? null : <FieldError>{t(ERROR_WORDS[note.stop])}</FieldError>}
        onChange={(event) => {
          note.write(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div>
        <Button size="xs" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" variant="filled" disabled={note.text.trim() === ''} onClick={() => void note.save()}>
          {t('common.save')}
        </Button>
      </div>
    </div>
  );
}

function useNote(shown: Shown, onDone: () => void) {
  const { t } = useTranslation();
  const session = useSession();
  const [text, setText] = useState('');
  const [stop, setStop] = useState<ErrorCode | null>(null);
  const key = `note-${shown.applicationId ?? shown.personId}`;
  useEffect(() => {
    let wanted = true;
    void session.drafts.read(key).then((draft) => {
      const kept = draft.ok && typeof draft.value === 'string' ? draft.value : '';
      if (wanted) setText((typed) => (typed === '' ? kept : typed));
    });
    return () => {
      wanted = false;
    };
  }, [session, key]);
  const write = (typed: string): void => {
    setText(typed);
    setStop(null);
    if (typed === '') void session.drafts.clear(key);
    else session.drafts.write(key, typed);
  };
  const save = async (): Promise<void> => {
    const clean = cleanNote(text);
    if (clean === '') return;
    const by = session.preferences.current().recruiterId as RecruiterId | null;
    const change = addNote(shown, clean, { id: session.newId(), at: session.now(), by });
    const answer = await session.commit({ action: 'add-note', changes: [change] });
    if (!answer.ok) {
      setStop(answer.code);
      return;
    }
    await session.drafts.clear(key);
    showToast({ text: t('dossier.noteSaved'), undo: () => session.undo(answer.value) });
    onDone();
  };
  return { text, stop, write, save };
}
