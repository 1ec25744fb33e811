import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANY_INVITE } from '../../../shared/domain/rights.js';
import type { AppointmentId, RecruiterId } from '../../../shared/records/primitives.js';
import type { CalendarEntry } from '../../data/roster/calendar-entries.js';
import { isSomebodyTold, readMeeting } from '../../data/meeting.js';
import { warningsAt } from '../../data/roster/busy.js';
import { useHasRight } from '../../data/use-rights.js';
import { useSession } from '../../data/use-session.js';
import { changeCalendar } from '../../state/calendar-view.js';
import { requestMeeting } from '../../state/meeting-request.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { checkSlot, readSlot, type Slot } from '../../ui/slot-values.js';
import { usePageTitle } from '../../ui/use-page-title.js';
import { Agenda } from './agenda.js';
import { AppointmentDialog } from './appointment-dialog.js';
import { NEW_MINUTES } from './appointment-values.js';
import { CalendarFilters } from './calendar-filters.js';
import { CalendarHead } from './calendar-head.js';
import classes from './calendar-page.module.css';
import { DayPrint } from './day-print.js';
import { RecruitmentCalendar } from './recruitment-calendar.js';
import { ToInvitePanel } from './to-invite-panel.js';
import { useCalendar, type CalendarOnShow } from './use-calendar.js';
import { useCalendarShortcuts } from './use-calendar-shortcuts.js';
import { useInviting } from './use-inviting.js';
import { useMoveAppointment } from './use-move-appointment.js';
import { useMoveMeeting } from './use-move-meeting.js';
import { useSteady } from './use-steady.js';
import type { WallSlot } from './wall-slot.js';

interface OpenedAppointment {
  readonly id: AppointmentId | null;
  readonly slot: WallSlot | null;
  readonly from: string | null;
}

/** *Recruitment calendar* (R93): interviews and appointments, by day, work week, month, and as a list. */
export function CalendarPage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.calendar'));
  const calendar = useCalendar();
  const mayMoveInterviews = useHasRight(ANY_INVITE);
  const [opened, setOpened] = useState<OpenedAppointment | null>(null);
  const close = (): void => {
    setOpened(null);
  };
  const openNew = (slot: WallSlot | null, from: string | null = dayOnShow(calendar)): void => {
    setOpened({ id: null, slot, from });
  };
  const openEntry = (entry: CalendarEntry, to: WallSlot | null = null): void => {
    if (entry.kind === 'interview') {
      requestMeeting(
        entry.people.map(({ interviewId }) => interviewId),
        { to },
      );
    } else setOpened({ id: entry.appointmentId, slot: to, from: null });
  };
  useCalendarShortcuts(calendar, () => {
    openNew(null);
  });
  const inviting = useInviting();
  const steady = {
    onDropIn: useSteady(inviting.onDropIn),
    onOpenDay: useSteady(openDay),
    onOpenEntry: useSteady(openEntry),
    onOpenPerson: useSteady(useOpenPerson()),
    onMove: useSteady(useMove(openEntry)),
    onPickSlot: useSteady((slot: WallSlot) => {
      openNew(slot);
    }),
    onPickDay: useSteady((date: string) => {
      if (date < calendar.today) openNew({ date, time: '09:00', minutes: NEW_MINUTES });
      else openNew(null, date);
    }),
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
      <div className={classes['body']}>
        {view === 'agenda' ? (
          <Agenda entries={calendar.entries} today={calendar.today} now={calendar.now} onOpenEntry={openEntry} />
        ) : (
          <RecruitmentCalendar
            view={isWholeWeek ? 'week' : view}
            date={calendar.date}
            entries={calendar.entries}
            columns={calendar.columns}
            recruiters={calendar.recruiters}
            fairDays={calendar.fairDays}
            minute={calendar.now}
            mayMoveInterviews={mayMoveInterviews}
            draggedIn={inviting.dragged?.name ?? null}
            {...steady}
          />
        )}
        {inviting.isOpen ? (
          <ToInvitePanel
            hasHours={view === 'day' || view === 'work_week'}
            isNew={inviting.isNew}
            onDrag={inviting.onDrag}
          />
        ) : null}
      </div>
      <DayPrint calendar={calendar} />
      {opened === null ? null : (
        <AppointmentDialog id={opened.id} slot={opened.slot} from={opened.from} onClose={close} />
      )}
    </div>
  );
}

function openDay(date: string): void {
  changeCalendar({ view: 'day', date, period: null });
}

/** From where a new one looks for its time: the first of the days that are looked at, once that is to come. */
function dayOnShow({ today, range: { from } }: CalendarOnShow): string | null {
  return from <= today ? null : from;
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

/** What a drag does: at once, with the way back; where somebody was told the time already, or would be in two places, the dialog asks first. */
function useMove(openEntry: (entry: CalendarEntry, to: WallSlot) => void) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const session = useSession();
  const moveMeeting = useMoveMeeting();
  const moveAppointment = useMoveAppointment();
  return (entry: CalendarEntry, to: WallSlot): void => {
    const interview = entry.kind === 'interview' ? { now: session.now(), stands: entry.startsAt } : null;
    const rules = { zone, interview };
    const typed = { date: to.date, time: to.time, minutes: to.minutes, place: to.place ?? entry.place };
    const place = readSlot(typed, rules);
    if (place === null) {
      const [problem] = Object.values(checkSlot(typed, rules));
      if (problem !== undefined) showToast({ text: t(problem), tone: 'problem' });
      return;
    }
    const wish = { to: place, recruiterIds: to.recruiterIds ?? null };
    const wanted = wantedBy(entry, place, to.recruiterIds ?? entry.recruiterIds);
    if (warningsAt(session.roster.current(), wanted, session.now()).overlaps.length > 0) {
      openEntry(entry, to);
      return;
    }
    if (entry.kind === 'appointment') {
      void moveAppointment(entry, wish);
      return;
    }
    const ids = entry.people.map(({ interviewId }) => interviewId);
    void readMeeting(session, ids).then((meeting) => {
      if (isSomebodyTold(session, meeting)) openEntry(entry, to);
      else void moveMeeting(entry, meeting, wish);
    });
  };
}

function wantedBy(entry: CalendarEntry, to: Slot, recruiterIds: readonly RecruiterId[]) {
  const own = entry.kind === 'interview' ? entry.meetingId : entry.appointmentId;
  return { ...to, own, recruiterIds, personIds: entry.people.map(({ personId }) => personId) };
}
