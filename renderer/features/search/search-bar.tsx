import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOwnSteps } from '../../data/use-own-steps.js';
import { useRights } from '../../data/use-rights.js';
import { requestVacancy } from '../../state/progress-request.js';
import { changeSearchList, type SearchRowId } from '../../state/search-list.js';
import { useFormats } from '../../ui/formats.js';
import { FurtherProgress } from '../../ui/further-progress.js';
import { TickedBar } from '../../ui/ticked-bar.js';
import type { SearchRow } from './search-rows.js';

interface SearchBarProps {
  /** Ticked and shown. */
  readonly chosen: readonly SearchRow[];
  readonly ids: readonly SearchRowId[];
}

/** What can be done with the ticked: *Further progress* with applications; whoever has none is added to a vacancy. */
export function SearchBar({ chosen, ids }: SearchBarProps) {
  const { t } = useTranslation();
  const rights = useRights();
  const steps = useOwnSteps(useFormats().language);
  const applicationIds = chosen.flatMap(({ application }) => application?.id ?? []);
  const without = chosen.filter(({ application }) => application === null).map(({ person }) => person.id);
  return (
    <TickedBar
      ticked={chosen.length}
      shown={ids.length}
      onTickAll={() => {
        changeSearchList({ type: 'tick-all', ids });
      }}
      onClear={() => {
        changeSearchList({ type: 'clear' });
      }}
    >
      {without.length === 0 || !rights.includes('transfer') ? null : (
        <Button
          variant={applicationIds.length > 0 ? 'default' : 'filled'}
          onClick={() => {
            requestVacancy(without);
          }}
        >
          {t('database.addCount', { count: without.length })}
        </Button>
      )}
      {applicationIds.length === 0 ? null : (
        <FurtherProgress applicationIds={applicationIds} rights={rights} steps={steps} />
      )}
    </TickedBar>
  );
}
