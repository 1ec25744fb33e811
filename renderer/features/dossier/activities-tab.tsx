import { useTranslation } from 'react-i18next';
import type { Activity } from './activities.js';
import { ActivityLine } from './activity-line.js';
import classes from './dossier.module.css';

/** The Recruitment activities list: everything that happened, newest first, with who. */
export function ActivitiesTab({ activities }: { readonly activities: readonly Activity[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes['reading']}>
      {activities.length === 0 ? (
        <p>{t('dossier.activitiesNone')}</p>
      ) : (
        <ol className={classes['timeline']}>
          {activities.map((activity) => (
            <ActivityLine key={`${activity.kind}-${activity.id}`} activity={activity} full />
          ))}
        </ol>
      )}
    </div>
  );
}
