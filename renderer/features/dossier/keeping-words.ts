import type { RetentionEvent } from '../../../shared/records/person.js';
import type { Wording } from './activity-wording.js';

/** What was said about keeping the person's details, and what the rule announced. */
export function keepingWords(said: RetentionEvent, { t, formats }: Pick<Wording, 't' | 'formats'>): string {
  switch (said.type) {
    case 'deletion-announced':
      return t('retention.activityAnnounced', { date: formats.calendarDate(said.due) });
    case 'kept-longer':
      return t('retention.activityKept', { date: formats.calendarDate(said.until), reason: said.reason });
    case 'legal-hold':
      return t('retention.activityHold', { reason: said.reason });
    case 'legal-hold-ended':
      return t('retention.activityHoldEnded');
  }
}
