import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { IfRight } from '../../data/if-right.js';
import { icon } from '../../ui/icon-props.js';
import { KeyHint } from '../../ui/key-hint.js';
import { ButtonLink } from '../../ui/links.js';
import { usePageTitle } from '../../ui/use-page-title.js';
import { AwaitedAnswers } from './awaited-answers.js';
import { Checklist } from './checklist.js';
import { FairFigures } from './fair-figures.js';
import { FairHeading } from './fair-heading.js';
import { FirstRun } from './first-run.js';
import classes from './home-page.module.css';
import { HomeEntries } from './home-entries.js';
import { LastCaptured } from './last-captured.js';
import { NextInterviews, useNextEntries } from './next-interviews.js';
import { OutboxCounts } from './outbox-counts.js';
import { useToday } from './use-today.js';
import { WaitsForYou } from './waits-for-you.js';

/** Rows of a timetable that have room: interviews first, then who was captured last. */
const ROWS = 5;

function nothingYet({ fairs, vacancies, people }: Roster): boolean {
  return fairs.size === 0 && vacancies.size === 0 && people.size === 0;
}

/** Today at a glance: the fair, its people and numbers, what waits, and EasyCruit's entries (T7). */
export function HomePage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.home'));
  const empty = useRoster(nothingYet);
  const today = useToday();
  const next = useNextEntries(today.now);
  return (
    <div className={classes['page']}>
      <div className={classes['columns']}>
        <div className={classes['day']}>
          <header className={classes['head']}>
            <FairHeading today={today} />
            <IfRight right="add-candidates">
              <ButtonLink
                to="/capture"
                variant="filled"
                size="xl"
                leftSection={<IconUserPlus {...icon} size={18} />}
                rightSection={<KeyHint keys="N" />}
                aria-keyshortcuts="N"
              >
                {t('shell.capture')}
              </ButtonLink>
            </IfRight>
          </header>
          {empty ? (
            <FirstRun />
          ) : (
            <>
              {next.length === 0 ? null : <NextInterviews entries={next} now={today.now} />}
              <LastCaptured
                people={
                  next.length === 0 ? today.numbers.last : today.numbers.last.slice(0, Math.max(1, ROWS - next.length))
                }
              />
              <FairFigures numbers={today.numbers} />
            </>
          )}
        </div>
        <aside className={classes['side']} aria-label={t('home.waitsForYou')}>
          <Checklist />
          <WaitsForYou date={today.date} />
          {empty ? null : <AwaitedAnswers now={today.now} date={today.date} />}
          <OutboxCounts />
        </aside>
      </div>
      <HomeEntries />
    </div>
  );
}
