import { Button } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCEPTED_FILES } from '../../data/store-file.js';
import { IfRight } from '../../data/if-right.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import type { Activity } from './activities.js';
import { ActivityLine } from './activity-line.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';
import { FileProgress } from './file-progress.js';
import { NoteComposer } from './note-composer.js';
import { useAddDocument } from './use-add-document.js';

interface DocumentsTabProps {
  readonly shown: Shown;
  readonly activities: readonly Activity[];
  readonly onShow: (documentId: string) => void;
}

/** Documents and notes, each with the way to add one. */
export function DocumentsTab({ shown, activities, onShow }: DocumentsTabProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const notes = activities.filter(({ kind }) => kind === 'note');
  return (
    <div className={classes['reading']}>
      <Documents shown={shown} onShow={onShow} />
      <header className={classes['partHead']}>
        <h2>{t('dossier.notes')}</h2>
        <IfRight right="documents-notes">
          {' '}
          <Button
            size="xs"
            leftSection={<IconPlus {...icon} />}
            onClick={() => {
              setWriting(true);
            }}
          >
            {t('dossier.addNote')}
          </Button>
        </IfRight>
      </header>
      {writing ? (
        <NoteComposer
          shown={shown}
          onDone={() => {
            setWriting(false);
          }}
        />
      ) : null}
      {notes.length === 0 ? (
        <p>{t('dossier.notesNone')}</p>
      ) : (
        <ol className={classes['timeline']}>
          {notes.map((note) => (
            <ActivityLine key={note.id} activity={note} full />
          ))}
        </ol>
      )}
    </div>
  );
}

function Documents({ shown, onShow }: Pick<DocumentsTabProps, 'shown' | 'onShow'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const picker = useRef<HTMLInputElement>(null);
  const adding = useAddDocument(shown, 'other');
  const { documents } = shown.dossier;
  return (
    <>
      <header className={classes['partHead']}>
        <h2>{t('dossier.documents')}</h2>
        <IfRight right="documents-notes">
          {' '}
          <Button size="xs" leftSection={<IconPlus {...icon} />} onClick={() => picker.current?.click()}>
            {t('dossier.addDocument')}
          </Button>
        </IfRight>
        <input
          ref={picker}
          type="file"
          accept={ACCEPTED_FILES}
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void adding.add(file);
            event.currentTarget.value = ''; // so that the same file can be chosen again
          }}
        />
      </header>
      <FileProgress state={adding.state} />
      {documents.length === 0 ? (
        <p>{t('dossier.documentsNone')}</p>
      ) : (
        <ul className={classes['rows']}>
          {documents.map(({ id, fields }) => (
            <li key={id}>
              <IconFileText {...icon} />
              <button
                type="button"
                aria-label={t('dossier.show', { name: fields.name })}
                onClick={() => {
                  onShow(id);
                }}
              >
                <bdi>{fields.name}</bdi>
              </button>
              <span>{fields.kind === 'cv' ? t('dossier.kindCv') : ''}</span>
              <span>{formats.bytes(fields.size)}</span>
              <time>{formats.dateTime(fields.addedAt)}</time>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
