import type { TFunction } from 'i18next';
import { SET_FIELDS } from '../../../shared/domain/chosen-details.js';
import { phoneForReading } from '../../data/phone-number.js';
import type { Roster } from '../../data/roster/rows.js';
import { CANDIDATE_TYPE_WORDS } from '../../ui/candidate-type-words.js';
import type { Formats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import type { Activity, ReplacedValues } from './activities.js';

type MergeActivity = Extract<Activity, { kind: 'merged' | 'separated' | 'not-same' | 'replaced' }>;

interface Wording {
  readonly t: TFunction;
  readonly formats: Formats;
  readonly roster: Roster;
}

/** G-13: that dossiers became one or two again, what held before, and who was found to be somebody else. */
export function mergeWords(activity: MergeActivity, { t, formats, roster }: Wording): string {
  switch (activity.kind) {
    case 'merged':
      return activity.capturedAt === null
        ? t('duplicates.activityMerged')
        : t('duplicates.activityMergedWith', { date: formats.dateTime(activity.capturedAt) });
    case 'separated':
      return t('duplicates.activitySeparated');
    case 'not-same': {
      const other = roster.people.get(activity.other);
      const name = other === undefined ? '–' : `${other.givenName} ${other.familyName}`.trim();
      return t('duplicates.activityNotSame', { name });
    }
    case 'replaced':
      return t('duplicates.activityReplaced', { values: detailWords(activity.values, t).join(' · ') || '–' });
  }
}

/** What is known of these, each in words, in the order of the form. */
export function detailWords(values: ReplacedValues, t: TFunction): readonly string[] {
  return SET_FIELDS.flatMap((field) => {
    const value = values[field] ?? '';
    if (value === '') return [];
    if (field === 'language') return values.language === undefined ? [] : [t(LANGUAGE_WORDS[values.language])];
    if (field === 'kind') return values.kind === undefined ? [] : [t(CANDIDATE_TYPE_WORDS[values.kind])];
    if (field === 'postalAddress') return [value.replaceAll('\n', ', ')];
    return [field === 'phone' ? phoneForReading(value) : value];
  });
}
