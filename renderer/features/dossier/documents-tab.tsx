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

/** Documents, test results (G-16) and notes, each with the way to add one. */
export function DocumentsTab({ shown, activities, onShow }: DocumentsTabProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const notes = activities.filter(({ kind }) => kind === 'note');
  return (
    <div className={classes['reading']}>
      <Documents shown={shown} kind="other" onShow={onShow} />
      <Documents shown={shown} kind="test-result" onShow={onShow} />
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

const PARTS = {
  other: { head: 'dossier.documents', add: 'dossier.addDocument', none: 'dossier.documentsNone' },
  'test-result': { head: 'dossier.testResults', add: 'dossier.addTestResult', none: 'dossier.testResultsNone' },
} as const;

interface DocumentsProps extends Pick<DocumentsTabProps, 'shown' | 'onShow'> {
  /** What is added here; CV and contract stand with `other`. */
  readonly kind: keyof typeof PARTS;
}

function Documents({ shown, kind, onShow }: DocumentsProps) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const adding = useAddDocument(shown, kind);
  const { head, add, none } = PARTS[kind];
  const isTest = kind === 'test-result';
  const documents = shown.dossier.documents.filter(({ fields }) => (fields.kind === 'test-result') === isTest);
  return (
    <>
      <header className={classes['partHead']}>
        <h2>{t(head)}</h2>
        <IfRight right="documents-notes">
          {' '}
          <Button size="xs" leftSection={<IconPlus {...icon} />} onClick={() => picker.current?.click()}>
            {t(add)}
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
      {documents.length === 0 ? <p>{t(none)}</p> : <DocumentRows documents={documents} onShow={onShow} />}
    </>
  );
}

interface DocumentRowsProps extends Pick<DocumentsTabProps, 'onShow'> {
  readonly documents: Shown['dossier']['documents'];
}

function DocumentRows({ documents, onShow }: DocumentRowsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
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
  );
}
