import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRight } from '../../data/use-rights.js';
import type { Activity } from './activities.js';
import { ActivityLine } from './activity-line.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';
import { NoteComposer } from './note-composer.js';

const SHOWN = 6;

interface RecentActivitiesProps {
  readonly shown: Shown;
  readonly activities: readonly Activity[];
}

/** What happened last, and the way to add a note, without leaving the CV; of the notes alone without the right to the list (C19). */
export function RecentActivities({ shown, activities }: RecentActivitiesProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const mayList = useHasRight('process-list');
  const mayNote = useHasRight('documents-notes');
  const seen = mayList ? activities : activities.filter(({ kind }) => kind === 'note');
  if (!mayList && !mayNote && seen.length === 0) return null;
  return (
    <section>
      <header className={classes['recentHead']}>
        <h2>{t(mayList ? 'dossier.activities' : 'dossier.notes')}</h2>
        {mayNote ? (
          <button
            type="button"
            onClick={() => {
              setWriting(true);
            }}
          >
            {t('dossier.addNote')}
          </button>
        ) : null}
      </header>
      {writing ? (
        <NoteComposer
          shown={shown}
          onDone={() => {
            setWriting(false);
          }}
        />
      ) : null}
      <ol className={classes['timeline']}>
        {seen.slice(0, SHOWN).map((activity) => (
          <ActivityLine key={`${activity.kind}-${activity.id}`} activity={activity} />
        ))}
      </ol>
    </section>
  );
}
