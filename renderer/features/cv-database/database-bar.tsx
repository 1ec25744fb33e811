import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOwnSteps } from '../../data/use-own-steps.js';
import { useRights } from '../../data/use-rights.js';
import { changeDatabaseList, type DatabaseRowId } from '../../state/database-list.js';
import { requestVacancy } from '../../state/progress-request.js';
import { useFormats } from '../../ui/formats.js';
import { FurtherProgress } from '../../ui/further-progress.js';
import { TickedBar } from '../../ui/ticked-bar.js';
import type { DatabaseRow } from './database-rows.js';

interface DatabaseBarProps {
  /** Ticked and shown. */
  readonly chosen: readonly DatabaseRow[];
  readonly ids: readonly DatabaseRowId[];
}

/** What can be done with the ticked: *Further progress* with saved applications; whoever has none is added to a vacancy. */
export function DatabaseBar({ chosen, ids }: DatabaseBarProps) {
  const { t } = useTranslation();
  const rights = useRights();
  const steps = useOwnSteps(useFormats().language);
  const applicationIds = chosen.flatMap(({ saved }) => saved?.id ?? []);
  const without = chosen.filter(({ saved }) => saved === null).map(({ person }) => person.id);
  const isMixed = without.length > 0 && applicationIds.length > 0;
  const add =
    without.length === 0 || !rights.includes('transfer') ? null : (
      <Button
        variant={isMixed ? 'default' : 'filled'}
        onClick={() => {
          requestVacancy(without);
        }}
      >
        {t('database.addCount', { count: without.length })}
      </Button>
    );
  return (
    <TickedBar
      ticked={chosen.length}
      shown={ids.length}
      onTickAll={() => {
        changeDatabaseList({ type: 'tick-all', ids });
      }}
      onClear={() => {
        changeDatabaseList({ type: 'clear' });
      }}
      beside={isMixed ? add : null}
    >
      {isMixed ? null : add}
      {applicationIds.length === 0 ? null : (
        <FurtherProgress applicationIds={applicationIds} rights={rights} steps={steps} />
      )}
    </TickedBar>
  );
}
