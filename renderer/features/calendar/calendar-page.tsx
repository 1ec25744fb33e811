import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANY_INVITE } from '../../../shared/domain/rights.js';
import type { AppointmentId } from '../../../shared/records/primitives.js';
import type { CalendarEntry, InterviewEntry } from '../../data/roster/calendar-entries.js';
import { isSomebodyTold, readMeeting } from '../../data/meeting.js';
import { useHasRight } from '../../data/use-rights.js';
import { useSession } from '../../data/use-session.js';
import { changeCalendar } from '../../state/calendar-view.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { usePageTitle } from '../../ui/use-page-title.js';
import { Agenda } from './agenda.js';
import { AppointmentDialog } from './appointment-dialog.js';
import { CalendarFilters } from './calendar-filters.js';
import { CalendarHead } from './calendar-head.js';
import classes from './calendar-page.module.css';
import { InterviewDialog } from './interview-dialog.js';
import { RecruitmentCalendar, type WallSlot } from './recruitment-calendar.js';
import { checkSlot, readSlot } from './slot-values.js';
import { useChangeMeeting } from './use-change-meeting.js';
import { useCalendar, type CalendarOnShow } from './use-calendar.js';
import { useCalendarShortcuts } from './use-calendar-shortcuts.js';
import { useMoveAppointment } from './use-move-appointment.js';
import { useSteady } from './use-steady.js';

type Opened =
  | { readonly kind: 'interview'; readonly entry: InterviewEntry; readonly to: WallSlot | null }
  | { readonly kind: 'appointment'; readonly id: AppointmentId | null; readonly slot: WallSlot | null };

/** *Recruitment calendar* (R93): interviews and appointments, by day, work week, month, and as a list. */
export function CalendarPage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.calendar'));
  const calendar = useCalendar();
  const mayMoveInterviews = useHasRight(ANY_INVITE);
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => {
    setOpened(null);
  };
  const openNew = (slot: WallSlot | null): void => {
    setOpened({ kind: 'appointment', id: null, slot: slot ?? slotOnShow(calendar) });
  };
  const openEntry = (entry: CalendarEntry, to: WallSlot | null = null): void => {
    if (entry.kind === 'interview') setOpened({ kind: 'interview', entry, to });
    else setOpened({ kind: 'appointment', id: entry.appointmentId, slot: to });
  };
  useCalendarShortcuts(calendar.date, () => {
    openNew(null);
  });
  const steady = {
    onOpenDay: useSteady(openDay),
    onOpenEntry: useSteady(openEntry),
    onOpenPerson: useSteady(useOpenPerson()),
    onMove: useSteady(useMove(openEntry)),
    onPickSlot: useSteady(openNew),
  };
  const { view, isWholeWeek } = calendar;
  return (
    <div className={classes['page']}>
      <CalendarHead
        calendar={calendar}
        onNew={() => {
          openNew(null);
        }}
      />
      <CalendarFilters calendar={calendar} />
      {view === 'agenda' ? (
        <Agenda entries={calendar.entries} today={calendar.today} now={calendar.now} onOpenEntry={openEntry} />
      ) : (
        <RecruitmentCalendar
          view={isWholeWeek ? 'week' : view}
          date={calendar.date}
          entries={calendar.entries}
          fairDays={calendar.fairDays}
          minute={calendar.now}
          mayMoveInterviews={mayMoveInterviews}
          {...steady}
        />
      )}
      {opened?.kind === 'interview' ? (
        <InterviewDialog key={opened.entry.id} entry={opened.entry} to={opened.to} onClose={close} />
      ) : null}
      {opened?.kind === 'appointment' ? <AppointmentDialog id={opened.id} slot={opened.slot} onClose={close} /> : null}
    </div>
  );
}

function openDay(date: string): void {
  changeCalendar({ view: 'day', date, period: null });
}

/** On the days that are looked at: null for today, at the next full hour. */
function slotOnShow({ today, range: { from, to } }: CalendarOnShow): WallSlot | null {
  return from <= today && today <= to ? null : { date: from, time: '09:00', minutes: 30 };
}

/** R100. */
function useOpenPerson() {
  const navigate = useNavigate();
  return (entry: CalendarEntry, id: string): void => {
    const person = entry.people.find(({ personId }) => personId === id);
    if (person === undefined) return;
    const { personId, vacancyId, applicationId } = person;
    if (vacancyId === null || applicationId === null) void navigate({ to: '/people/$personId', params: { personId } });
    else {
      const params = { vacancyId, applicationId };
      void navigate({ to: '/vacancies/$vacancyId/applications/$applicationId', params });
    }
  };
}

/** What a drag does: at once, with the way back; where somebody was told the time already, the dialog asks first. */
function useMove(openEntry: (entry: CalendarEntry, to: WallSlot) => void) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const session = useSession();
  const { move: moveMeeting } = useChangeMeeting();
  const moveAppointment = useMoveAppointment();
  return (entry: CalendarEntry, to: WallSlot): void => {
    const interview = entry.kind === 'interview' ? { now: session.now(), stands: entry.startsAt } : null;
    const rules = { zone, interview };
    const typed = { ...to, place: entry.place };
    const place = readSlot(typed, rules);
    if (place === null) {
      const [problem] = Object.values(checkSlot(typed, rules));
      if (problem !== undefined) showToast({ text: t(problem), tone: 'problem' });
      return;
    }
    if (entry.kind === 'appointment') {
      void moveAppointment(entry, place);
      return;
    }
    const ids = entry.people.map(({ interviewId }) => interviewId);
    void readMeeting(session, ids).then((meeting) => {
      if (isSomebodyTold(session, meeting)) openEntry(entry, to);
      else void moveMeeting(entry, meeting, { to: place, tellAgain: true });
    });
  };
}
