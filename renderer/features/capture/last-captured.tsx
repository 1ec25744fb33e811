import { IconAlertTriangle, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { startOfDate, dateIn } from '../../../shared/lib/time.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import classes from './capture.module.css';
import { PersonLink } from './person-link.js';

const SHOWN = 5;

/** Newest first. A walk over everybody, once for each change set. */
function newestOf(roster: Roster): readonly PersonRow[] {
  const newest: PersonRow[] = [];
  for (const person of roster.people.values()) {
    if (person.demo || (newest.length === SHOWN && person.capturedAt <= (newest[SHOWN - 1]?.capturedAt ?? 0))) continue;
    newest.push(person);
    newest.sort((a, b) => b.capturedAt - a.capturedAt);
    newest.length = Math.min(newest.length, SHOWN);
  }
  return newest;
}

const capturedTimes = (roster: Roster) =>
  [...roster.people.values()].flatMap(({ demo, capturedAt }) => (demo ? [] : [capturedAt]));

/** Who was captured last on this laptop, with what is missing; one click opens the dossier. */
export function LastCaptured() {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  const newest = useRoster(newestOf);
  const times = useRoster(capturedTimes);
  const today = startOfDate(formats.zone, dateIn(formats.zone, session.now()));
  const count = times.filter((at) => at >= today).length;
  return (
    <section className={classes['last']}>
      <header>
        <h2>{t('capture.lastCaptured')}</h2>
        <span>{t('capture.capturedToday', { count })}</span>
      </header>
      {newest.length === 0 ? (
        <p>{t('capture.nobodyYet')}</p>
      ) : (
        <ul>
          {newest.map((person) => (
            <li key={person.id}>
              <time>
                {person.capturedAt >= today ? formats.time(person.capturedAt) : formats.shortDate(person.capturedAt)}
              </time>
              <PersonLink person={person}>
                <bdi>{`${person.givenName} ${person.familyName}`.trim()}</bdi>
              </PersonLink>
              <Missing person={person} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Missing({ person }: { readonly person: PersonRow }) {
  const { t } = useTranslation();
  if (person.email === '') {
    return (
      <span className={classes['missing']}>
        <IconAlertTriangle {...tagIcon} />
        {t('capture.noEmail')}
      </span>
    );
  }
  if (!person.hasCv) return null;
  return (
    <span className={classes['has']}>
      <IconFileText {...tagIcon} />
      {t('capture.cv')}
    </span>
  );
}
