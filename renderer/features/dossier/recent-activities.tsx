import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IfRight } from '../../data/if-right.js';
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

/** What happened last, and the way to add a note, without leaving the CV. */
export function RecentActivities({ shown, activities }: RecentActivitiesProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  return (
    <section>
      <header className={classes['recentHead']}>
        <h2>{t('dossier.activities')}</h2>
        <IfRight right="documents-notes">
          <button
            type="button"
            onClick={() => {
              setWriting(true);
            }}
          >
            {t('dossier.addNote')}
          </button>
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
      <ol className={classes['timeline']}>
        {activities.slice(0, SHOWN).map((activity) => (
          <ActivityLine key={`${activity.kind}-${activity.id}`} activity={activity} />
        ))}
      </ol>
    </section>
  );
}
