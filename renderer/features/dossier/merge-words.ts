import type { TFunction } from 'i18next';
import { CHOSEN_FIELDS } from '../../../shared/domain/merge-people.js';
import { phoneForReading } from '../../data/phone-number.js';
import type { Roster } from '../../data/roster/rows.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import type { Activity } from './activities.js';

type MergeActivity = Extract<Activity, { kind: 'merged' | 'separated' | 'not-same' | 'replaced' }>;

interface Wording {
  readonly t: TFunction;
  readonly roster: Roster;
}

/** G-13: that dossiers became one or two again, what held before, and who was found to be somebody else. */
export function mergeWords(activity: MergeActivity, { t, roster }: Wording): string {
  switch (activity.kind) {
    case 'merged':
      return t('duplicates.activityMerged');
    case 'separated':
      return t('duplicates.activitySeparated');
    case 'not-same': {
      const other = roster.people.get(activity.other);
      const name = other === undefined ? '–' : `${other.givenName} ${other.familyName}`.trim();
      return t('duplicates.activityNotSame', { name });
    }
    case 'replaced':
      return t('duplicates.activityReplaced', { values: replacedValues(activity, t) });
  }
}

function replacedValues({ values }: Extract<Activity, { kind: 'replaced' }>, t: TFunction): string {
  const words = CHOSEN_FIELDS.flatMap((field) => {
    const value = values[field] ?? '';
    if (value === '') return [];
    if (field === 'language') return values.language === undefined ? [] : [t(LANGUAGE_WORDS[values.language])];
    return [field === 'phone' ? phoneForReading(value) : value];
  });
  return words.length === 0 ? '–' : words.join(' · ');
}
