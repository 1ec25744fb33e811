import type { TFunction } from 'i18next';
import type { Classification } from '../../shared/domain/classification.js';
import { REFERENCE_WORDS } from './reference-words.js';

/** What was set, with its name: *Ranking: 2*. */
export function classificationWords(t: TFunction, { ranking, referenceCheck }: Partial<Classification>): string {
  return [
    ...(ranking === undefined ? [] : [`${t('common.ranking')}: ${ranking?.toString() ?? t('common.rankingNone')}`]),
    ...(referenceCheck === undefined
      ? []
      : [`${t('common.referenceCheck')}: ${t(REFERENCE_WORDS[referenceCheck ?? 'none'])}`]),
  ].join(', ');
}
