import { useTranslation } from 'react-i18next';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { useOwnSteps } from '../../data/use-own-steps.js';
import { useRights } from '../../data/use-rights.js';
import { useFormats } from '../../ui/formats.js';
import { FurtherProgress } from '../../ui/further-progress.js';
import { TickedBar } from '../../ui/ticked-bar.js';
import { ClassifyMenu } from './classify-menu.js';
import { clearTicks, tickAll } from './list-commands.js';

interface SelectionBarProps {
  readonly vacancyId: VacancyId;
  /** Ticked, in the order of the list; what the filter hides comes last. */
  readonly ticked: readonly ApplicationId[];
  /** Shown in the list. */
  readonly ids: readonly ApplicationId[];
  /** Ticked and not shown. */
  readonly hidden: number;
}

/** The bar *Further progress*, there while somebody is ticked. */
export function SelectionBar({ vacancyId, ticked, ids, hidden }: SelectionBarProps) {
  const { t } = useTranslation();
  const rights = useRights();
  const steps = useOwnSteps(useFormats().language);
  return (
    <TickedBar
      ticked={ticked.length}
      shown={ids.length}
      hidden={hidden}
      note={hidden === 0 ? null : t('applications.tickedHidden', { count: hidden })}
      onTickAll={() => {
        tickAll(vacancyId, ids);
      }}
      onClear={() => {
        clearTicks(vacancyId);
      }}
      beside={<ClassifyMenu ticked={ticked} />}
    >
      <FurtherProgress applicationIds={ticked} rights={rights} steps={steps} />
    </TickedBar>
  );
}
