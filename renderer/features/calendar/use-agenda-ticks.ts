import { useMemo, type ChangeEvent } from 'react';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { changeCalendarTicks, useCalendarTicks } from '../../state/calendar-ticks.js';
import { useListShortcuts } from '../../ui/use-list-shortcuts.js';

/** The DOM id of the agenda's table, in whose boxes the keyboard stands. */
export const AGENDA_ID = 'agenda';

export interface AgendaTicks {
  /** Those shown that can be ticked, each once, in the order of the list. */
  readonly ids: readonly ApplicationId[];
  /** In the same order; those whom filters or other days hide come last. Whoever is gone is not ticked any more. */
  readonly ticked: readonly ApplicationId[];
  readonly hidden: number;
  readonly isTicked: (id: ApplicationId) => boolean;
  readonly tick: (id: ApplicationId, event: ChangeEvent<HTMLInputElement>) => void;
}

/** Who is ticked in the agenda (R101), and the keys that do it: the arrows go from box to box. */
export function useAgendaTicks(shown: readonly ApplicationId[]): AgendaTicks {
  const { ticked: chosen } = useCalendarTicks();
  const ids = [...new Set(shown)];
  const seen = ids.filter((id) => chosen.has(id));
  const visible = new Set(ids);
  const standing = useRoster(useMemo(() => (roster: Roster) => stillThere(roster, chosen), [chosen]));
  const unseen = standing.filter((id) => !visible.has(id));
  useListShortcuts({
    move: moveFocus,
    toggle: () => {
      const box = document.activeElement;
      if (box instanceof HTMLInputElement && boxes().includes(box)) box.click();
    },
    tickAll: () => {
      changeCalendarTicks({ type: 'tick-all', ids });
    },
    clear: () => {
      changeCalendarTicks({ type: 'clear' });
    },
  });
  return {
    ids,
    ticked: [...seen, ...unseen],
    hidden: unseen.length,
    isTicked: (id) => chosen.has(id),
    tick: (id, { nativeEvent }) => {
      const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
      changeCalendarTicks(isRange ? { type: 'extend-to', id, ids } : { type: 'toggle', id });
    },
  };
}

function stillThere({ applications }: Roster, chosen: ReadonlySet<ApplicationId>): readonly ApplicationId[] {
  return [...chosen].filter((id) => applications.get(id)?.deletion === null);
}

function boxes(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`#${AGENDA_ID} tbody input[type="checkbox"]`)];
}

/** To the next box or the one before; from elsewhere to the first. */
function moveFocus(by: number): void {
  const all = boxes();
  const at = all.findIndex((box) => box === document.activeElement);
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}
