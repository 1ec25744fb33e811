import { Anchor, Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendarCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { hasDeclined } from '../../../shared/domain/group-places.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { BusyEntry } from '../../data/roster/busy.js';
import { endOf } from '../../data/roster/calendar-entries.js';
import { entryName } from '../../data/roster/entry-name.js';
import type { ListedConflict } from '../../data/roster/conflicts.js';
import { useConflicts } from '../../data/use-conflicts.js';
import { changeCalendar } from '../../state/calendar-view.js';
import { requestMeeting } from '../../state/meeting-request.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ButtonLink, TextLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import classes from './slots.module.css';

/** What two laptops could not know of each other: double bookings and overfull groups, with the way out (beyond.md no. 9). */
export function ConflictsPage() {
  const { t } = useTranslation();
  const conflicts = useConflicts();
  return (
    <div className={classes['page']}>
      <PageHead
        title={t('slots.conflicts')}
        crumb={<TextLink to="/calendar">{t('shell.calendar')}</TextLink>}
        aside={conflicts.length === 0 ? null : t('slots.conflictsText')}
      />
      {conflicts.length === 0 ? (
        <EmptyState
          icon={IconCalendarCheck}
          title={t('slots.noConflicts')}
          action={<ButtonLink to="/calendar">{t('shell.calendar')}</ButtonLink>}
        >
          {t('slots.noConflictsText')}
        </EmptyState>
      ) : (
        <ul className={classes['list']}>
          {conflicts.map((conflict) => (
            <li key={conflict.id}>
              {conflict.kind === 'clash' ? <Clash {...conflict} /> : <Overfull {...conflict} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Listed<Kind extends ListedConflict['kind']> = Extract<ListedConflict, { kind: Kind }>;

function Clash({ shared, entries }: Listed<'clash'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <h2>
        <IconAlertTriangle {...icon} />
        {t('slots.twice', { names: formats.list(shared) })}
      </h2>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </>
  );
}

/** More people than places: more places, or another time for somebody. */
function Overfull({ entry }: Listed<'overfull'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { people, group, startsAt, vacancyTitle, place } = entry;
  const { taken, places } = group;
  const coming = people.filter((one) => !hasDeclined(one));
  return (
    <>
      <h2>
        <IconAlertTriangle {...icon} />
        {t('slots.overfull', { taken, places: places ?? 0 })}
      </h2>
      <div className={classes['entry']}>
        <time>
          {formats.dateTime(startsAt)}–{formats.time(endOf(entry))}
        </time>
        <span>{[vacancyTitle, place].filter(Boolean).join(' · ')}</span>
        <Button
          onClick={() => {
            requestMeeting(people.map(({ interviewId }) => interviewId));
          }}
        >
          {t('slots.openGroup')}
        </Button>
      </div>
      <div className={classes['who']}>
        <p>{t('slots.overfullText')}</p>
        {coming.map(({ interviewId, name }) => (
          <Anchor
            key={interviewId}
            component="button"
            type="button"
            aria-label={t('slots.moveOne', { name })}
            onClick={() => {
              requestMeeting([interviewId]);
            }}
          >
            {name}
          </Anchor>
        ))}
      </div>
    </>
  );
}

function Entry({ entry }: { readonly entry: BusyEntry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const navigate = useNavigate();
  const name = entryName(entry);
  return (
    <div className={classes['entry']}>
      <time>
        {formats.dateTime(entry.startsAt)}–{formats.time(endOf(entry))}
      </time>
      <b>{name}</b>
      <span>{[entry.vacancyTitle, entry.place].filter(Boolean).join(' · ')}</span>
      <Button
        aria-label={t('calendar.editNamed', { name: `${name}, ${formats.dateTime(entry.startsAt)}` })}
        onClick={() => {
          if (entry.kind === 'interview') requestMeeting(entry.people.map(({ interviewId }) => interviewId));
          else {
            changeCalendar({ view: 'day', date: dateIn(formats.zone, entry.startsAt), period: null });
            void navigate({ to: '/calendar' });
          }
        }}
      >
        {t(entry.kind === 'interview' ? 'slots.move' : 'slots.showInCalendar')}
      </Button>
    </div>
  );
}
