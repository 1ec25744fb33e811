import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import {
  changeFilter,
  useApplicationList,
  type RankingChoice,
  type ReferenceChoice,
} from '../../state/application-lists.js';
import { useOwnSteps } from '../../data/use-own-steps.js';
import { useFormats } from '../../ui/formats.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { REFERENCE_WORDS } from '../../ui/reference-words.js';
import type { Section } from './sections.js';

interface ClassificationFiltersProps {
  readonly vacancyId: VacancyId;
  readonly section: Section;
  readonly count: ReadonlyMap<string, number>;
}

const RANKINGS: readonly RankingChoice[] = ['1', '2', '3', 'none'];
const CHECKS: readonly ReferenceChoice[] = ['none-implemented', 'positive', 'negative', 'none'];

/** G-8, G-7: by own step and by reference check where there are such, and by ranking. */
export function ClassificationFilters({ vacancyId, section, count }: ClassificationFiltersProps) {
  const { t } = useTranslation();
  const { filter } = useApplicationList(vacancyId);
  const rankings = RANKINGS.filter((value) => value !== 'none' || section !== 'ranking');
  const checked = CHECKS.some((value) => value !== 'none' && (count.get(`reference-${value}`) ?? 0) > 0);
  const steps = useOwnSteps(useFormats().language).filter(({ id }) => count.has(id) || filter.stepIds.includes(id));
  return (
    <>
      {steps.length === 0 ? null : (
        <FilterMenu
          label={t('applications.step')}
          choose="many"
          options={steps.map(({ id, name }) => ({ value: id, label: name, count: count.get(id) ?? 0 }))}
          chosen={filter.stepIds}
          onChange={(chosen) => {
            changeFilter(vacancyId, { stepIds: chosen });
          }}
        />
      )}
      <FilterMenu
        label={t('common.ranking')}
        choose="many"
        options={rankings.map((value) => ({
          value,
          label: value === 'none' ? t('applications.notRanked') : t('applications.ranked', { value }),
          count: count.get(`ranking-${value}`) ?? 0,
        }))}
        chosen={filter.rankings}
        onChange={(chosen) => {
          changeFilter(vacancyId, { rankings: chosen });
        }}
      />
      {checked || filter.referenceChecks.length > 0 ? (
        <FilterMenu
          label={t('common.referenceCheck')}
          choose="many"
          options={CHECKS.map((value) => ({
            value,
            label: t(REFERENCE_WORDS[value]),
            count: count.get(`reference-${value}`) ?? 0,
          }))}
          chosen={filter.referenceChecks}
          onChange={(chosen) => {
            changeFilter(vacancyId, { referenceChecks: chosen });
          }}
        />
      ) : null}
    </>
  );
}
