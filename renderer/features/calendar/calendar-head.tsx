import { ActionIcon, Button } from '@mantine/core';
import {
  IconCalendarCheck,
  IconChevronLeft,
  IconChevronRight,
  IconMailCheck,
  IconPlus,
  IconCalendarUser,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ANY_INVITE } from '../../../shared/domain/rights.js';
import { weekNumber } from '../../../shared/lib/time.js';
import { useHasRight } from '../../data/use-rights.js';
import { requestAnswers } from '../../state/answers-request.js';
import { CALENDAR_VIEWS, useCalendarStore } from '../../state/calendar-view.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { KeyHint } from '../../ui/key-hint.js';
import { ActionIconLink } from '../../ui/links.js';
import { Segmented } from '../../ui/segmented.js';
import { CalendarCommands } from './calendar-commands.js';
import classes from './calendar-head.module.css';
import type { CalendarOnShow } from './use-calendar.js';
import {
  INVITE_KEY,
  showNext,
  showToday,
  showView,
  toggleInviting,
  VIEW_KEYS,
  VIEW_WORDS,
} from './use-calendar-shortcuts.js';
import { wallDate } from './wall-clock.js';
import { createWallFormats, type WallFormats } from './wall-formats.js';

interface CalendarHeadProps {
  readonly calendar: CalendarOnShow;
  readonly onNew: () => void;
}

/** Which days these are, the way to others, the four views, and a new appointment. */
export function CalendarHead({ calendar, onNew }: CalendarHeadProps) {
  const { t } = useTranslation();
  const { view, date, range } = calendar;
  return (
    <header className={classes['head']}>
      <div className={classes['title']}>
        <h1 tabIndex={-1}>
          <span className={classes['spoken']}>{t('shell.calendar')}: </span>
          <Title calendar={calendar} />
        </h1>
        {view === 'day' || view === 'work_week' ? <p>{t('calendar.week', { week: weekNumber(range.from) })}</p> : null}
      </div>
      <div className={classes['steps']}>
        <ActionIcon aria-label={t('calendar.earlier')} title={t('calendar.earlier')} onClick={() => showNext(date, -1)}>
          <IconChevronLeft {...icon} />
        </ActionIcon>
        <Button variant="subtle" rightSection={<KeyHint keys="T" />} aria-keyshortcuts="T" onClick={showToday}>
          {t('calendar.today')}
        </Button>
        <ActionIcon aria-label={t('calendar.later')} title={t('calendar.later')} onClick={() => showNext(date, 1)}>
          <IconChevronRight {...icon} />
        </ActionIcon>
      </div>
      <span className={classes['space']} />
      {/* Here the arrows choose a view, and do not turn the page. */}
      <div className={classes['views']} onKeyDown={keepArrows} role="presentation">
        <Segmented
          label={t('calendar.view')}
          hideLabel
          value={view}
          options={CALENDAR_VIEWS.map((value) => ({
            value,
            label: <span title={`${t(VIEW_WORDS[value])} (${VIEW_KEYS[value]})`}>{t(VIEW_WORDS[value])}</span>,
          }))}
          onChange={showView}
        />
      </div>
      <InviteToggle />
      <CalendarCommands calendar={calendar} />
      <ActionIconLink to="/calendar/slots" variant="default" aria-label={t('slots.title')} title={t('slots.title')}>
        <IconCalendarCheck {...icon} />
      </ActionIconLink>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={t('answers.action')}
        title={t('answers.action')}
        onClick={() => {
          requestAnswers();
        }}
      >
        <IconMailCheck {...icon} />
      </ActionIcon>
      <Button
        className={classes['new'] ?? ''}
        variant="filled"
        aria-label={t('calendar.newAppointment')}
        title={t('calendar.newAppointment')}
        leftSection={<IconPlus {...icon} />}
        rightSection={<KeyHint keys="N" />}
        aria-keyshortcuts="N"
        onClick={onNew}
      >
        <span className={classes['word']}>{t('calendar.newAppointment')}</span>
      </Button>
    </header>
  );
}

function InviteToggle() {
  const { t } = useTranslation();
  const mayInvite = useHasRight(ANY_INVITE);
  const isPressed = useCalendarStore(({ inviting }) => inviting !== null);
  if (!mayInvite) return null;
  return (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={t('calendar.toInvite')}
      title={`${t('calendar.toInvite')} (${INVITE_KEY})`}
      aria-keyshortcuts={INVITE_KEY}
      aria-pressed={isPressed}
      onClick={toggleInviting}
    >
      <IconCalendarUser {...icon} />
    </ActionIcon>
  );
}

function keepArrows(event: React.KeyboardEvent): void {
  if (event.key.startsWith('Arrow')) event.stopPropagation();
}

function Title({ calendar: { view, date, range } }: Pick<CalendarHeadProps, 'calendar'>) {
  const { language } = useFormats();
  const formats = useMemo(() => createWallFormats(language), [language]);
  const titleIn = (form: WallFormats['narrow']): string => {
    if (view === 'day') return form.day(wallDate(date));
    if (view === 'month') return form.month(wallDate(date));
    return form.days(wallDate(range.from), wallDate(range.to));
  };
  // Of two years both are named: that needs the short months.
  const wide = range.from.slice(0, 4) === range.to.slice(0, 4) ? formats : formats.narrow;
  return (
    <>
      <span className={classes['wide']}>{titleIn(wide)}</span>
      <span className={classes['narrow']}>{titleIn(formats.narrow)}</span>
    </>
  );
}
