import { useTranslation } from 'react-i18next';
import { useOwnSteps } from '../../data/use-own-steps.js';
import { useRights } from '../../data/use-rights.js';
import { changeCalendarTicks } from '../../state/calendar-ticks.js';
import { useFormats } from '../../ui/formats.js';
import { FurtherProgress } from '../../ui/further-progress.js';
import { TickedBar } from '../../ui/ticked-bar.js';
import type { AgendaTicks } from './use-agenda-ticks.js';

/** *Further progress* with those ticked in the agenda (R3, R101); nothing while nobody is. */
export function AgendaBar({ ticked, ids, hidden }: Pick<AgendaTicks, 'ticked' | 'ids' | 'hidden'>) {
  const { t } = useTranslation();
  const rights = useRights();
  const steps = useOwnSteps(useFormats().language);
  if (ticked.length === 0) return null;
  return (
    <TickedBar
      ticked={ticked.length}
      shown={ids.length}
      hidden={hidden}
      note={hidden === 0 ? null : t('applications.tickedHidden', { count: hidden })}
      onTickAll={() => {
        changeCalendarTicks({ type: 'tick-all', ids });
      }}
      onClear={() => {
        changeCalendarTicks({ type: 'clear' });
      }}
    >
      <FurtherProgress applicationIds={ticked} rights={rights} steps={steps} />
    </TickedBar>
  );
}
