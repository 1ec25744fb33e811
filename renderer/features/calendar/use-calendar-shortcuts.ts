import { useTranslation } from 'react-i18next';
import { useShortcut, type Shortcut } from '../../state/shortcuts.js';
import { changeCalendar, useCalendarStore, type CalendarView } from '../../state/calendar-view.js';
import { step } from './shown-range.js';

export const VIEW_KEYS = { day: 'D', work_week: 'W', month: 'M', agenda: 'A' } as const satisfies Record<
  CalendarView,
  string
>;
export const VIEW_WORDS = {
  day: 'calendar.day',
  work_week: 'calendar.workWeek',
  month: 'calendar.month',
  agenda: 'calendar.agenda',
} as const satisfies Record<CalendarView, string>;

export function showView(view: CalendarView): void {
  changeCalendar({ view, period: null });
}

export function showToday(): void {
  changeCalendar({ date: null, period: null });
}

/** One view further or back from what is shown. */
export function showNext(date: string, by: 1 | -1): void {
  const { view, period } = useCalendarStore.getState();
  changeCalendar(step(view, date, period, by));
}

/** The keys of the calendar: T, D, W, M, A, the arrows, N. */
export function useCalendarShortcuts(date: string, onNew: () => void): void {
  const { t } = useTranslation();
  const view = (name: CalendarView) => (): void => {
    showView(name);
  };
  useKey('T', t('calendar.today'), showToday);
  useKey(VIEW_KEYS.day, t(VIEW_WORDS.day), view('day'));
  useKey(VIEW_KEYS.work_week, t(VIEW_WORDS.work_week), view('work_week'));
  useKey(VIEW_KEYS.month, t(VIEW_WORDS.month), view('month'));
  useKey(VIEW_KEYS.agenda, t(VIEW_WORDS.agenda), view('agenda'));
  useKey('ArrowLeft', t('calendar.earlier'), () => {
    showNext(date, -1);
  });
  useKey('ArrowRight', t('calendar.later'), () => {
    showNext(date, 1);
  });
  useKey('N', t('calendar.newAppointment'), onNew);
}

function useKey(keys: string, label: string, run: Shortcut['run']): void {
  useShortcut({ keys, label, scope: 'page', run });
}
