import { foldKeepMarks } from '../../shared/domain/keep-marks.js';
import { isWaiting } from '../../shared/domain/message-state.js';
import type { RetentionFacts } from '../../shared/domain/retention.js';
import type { RetentionSettings } from '../../shared/domain/retention-rules.js';
import { MINUTE } from '../../shared/lib/time.js';
import { RETENTION_MONTHS } from './retention-months.js';
import type { PersonRow, Roster } from './roster/rows.js';

/** What the rule of retention asks of one person. */
export function retentionFacts(
  roster: Roster,
  { id, kind, capturedAt, consent, retention }: PersonRow,
): RetentionFacts {
  const meetings = roster.interviewsOf(id).filter(({ cancelled }) => !cancelled);
  return {
    kind,
    capturedAt,
    consent,
    applications: roster.applicationsOf(id).map(({ status, since, vacancyId }) => ({
      status,
      since,
      vacancyEnded: roster.vacancies.has(vacancyId) ? (roster.endedVacancies.get(vacancyId) ?? null) : 0,
    })),
    lastMeeting:
      meetings.length === 0 ? null : Math.max(...meetings.map(({ startsAt, minutes }) => startsAt + minutes * MINUTE)),
    isWaiting: roster.messagesOf(id).some(({ state }) => isWaiting(state)),
    marks: foldKeepMarks(retention),
  };
}

/** What the organisation says about it; until it has, what is usual. */
export function retentionSettings({ organisation }: Roster): RetentionSettings {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const {
    country = null,
    retentionDays = null,
    retentionMonths = RETENTION_MONTHS,
    zone = timeZone,
  } = organisation ?? {};
  return { country, retentionDays, retentionMonths, zone };
}
