import { useTranslation } from 'react-i18next';
import { ANY_INVITE } from '../../../shared/domain/rights.js';
import { useHasRight } from '../../data/use-rights.js';
import { useShortcut, type Shortcut } from '../../state/shortcuts.js';
import { changeCalendar, useCalendarStore, type CalendarView, type ColumnsBy } from '../../state/calendar-view.js';
import { step } from './shown-range.js';
import type { CalendarOnShow } from './use-calendar.js';

export const VIEW_KEYS = { day: 'D', work_week: 'W', month: 'M', agenda: 'A' } as const satisfies Record<
  CalendarView,
  string
>;
export const INVITE_KEY = 'I';
export const VIEW_WORDS = {
  day: 'calendar.day',
  work_week: 'calendar.workWeek',
  month: 'calendar.month',
  agenda: 'calendar.agenda',
} as const satisfies Record<CalendarView, string>;
export const COLUMN_WORDS = {
  recruiters: 'calendar.perRecruiter',
  rooms: 'calendar.perRoom',
} as const satisfies Record<ColumnsBy, string>;

export function showView(view: CalendarView): void {
  changeCalendar({ view, period: null });
}

/** The day, parted; or in one again. */
export function showColumns(columns: ColumnsBy | null): void {
  changeCalendar({ view: 'day', columns, period: null });
}

export function showToday(): void {
  changeCalendar({ date: null, period: null });
}

/** One view further or back from what is shown. */
export function showNext(date: string, by: 1 | -1): void {
  const { view, period } = useCalendarStore.getState();
  changeCalendar(step(view, date, period, by));
}

/** A sheet for each recruiter, or for each room. */
export function printDay(by: ColumnsBy): void {
  changeCalendar({ printing: { by } });
}

/** How a day is printed where nobody says it: as it is parted on the screen. */
export function usuallyPrinted({ columns }: Pick<CalendarOnShow, 'columns'>): ColumnsBy {
  return columns?.by ?? 'recruiters';
}

/** Everybody's calendar in one; and one's own again. */
function toggleStand(): void {
  const { recruiterIds } = useCalendarStore.getState();
  changeCalendar({ recruiterIds: recruiterIds?.length === 0 ? null : [] });
}

/** *To be invited* beside the calendar, or not. */
export function toggleInviting(): void {
  const { inviting } = useCalendarStore.getState();
  changeCalendar({ inviting: inviting === null ? { vacancyId: null } : null });
}

/** The keys of the calendar: T, D, R, P, W, M, A, S, I, the arrows, N, and Ctrl+P. */
export function useCalendarShortcuts(calendar: CalendarOnShow, onNew: () => void): void {
  const { view, date, columns } = calendar;
  const { t } = useTranslation();
  const mayInvite = useHasRight(ANY_INVITE);
  const show = (name: CalendarView) => (): void => {
    showView(name);
  };
  const part = (by: ColumnsBy) => (): void => {
    showColumns(view === 'day' && columns?.by === by ? null : by);
  };
  useKey('T', t('calendar.today'), showToday);
  useKey(VIEW_KEYS.day, t(VIEW_WORDS.day), () => {
    if (view === 'day') showColumns(null);
    else showView('day');
  });
  useKey('R', t('calendar.dayPerRecruiter'), part('recruiters'));
  useKey('P', t('calendar.dayPerRoom'), part('rooms'));
  useKey(VIEW_KEYS.work_week, t(VIEW_WORDS.work_week), show('work_week'));
  useKey(VIEW_KEYS.month, t(VIEW_WORDS.month), show('month'));
  useKey(VIEW_KEYS.agenda, t(VIEW_WORDS.agenda), show('agenda'));
  useKey('S', t('calendar.wholeStand'), toggleStand);
  useShortcut(
    mayInvite ? { keys: INVITE_KEY, label: t('calendar.toInvite'), scope: 'page', run: toggleInviting } : null,
  );
  useKey('ArrowLeft', t('calendar.earlier'), () => {
    showNext(date, -1);
  });
  useKey('ArrowRight', t('calendar.later'), () => {
    showNext(date, 1);
  });
  useKey('N', t('calendar.newAppointment'), onNew);
  useKey('Mod+P', t('calendar.print'), () => {
    printDay(usuallyPrinted(calendar));
  });
}

function useKey(keys: string, label: string, run: Shortcut['run']): void {
  useShortcut({ keys, label, scope: 'page', run });
}
