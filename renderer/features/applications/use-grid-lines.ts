import { useCallback, useEffect } from 'react';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { changeList, readList } from '../../state/application-lists.js';
import { useTableLines } from '../../ui/use-table-lines.js';

type Input = Omit<Parameters<typeof useTableLines>[0], 'leftAt'> & { readonly vacancyId: VacancyId };

/** Which lines are in sight. The list is found where it was left, and follows the keyboard. */
export function useGridLines({ vacancyId, ...input }: Input): ReturnType<typeof useTableLines> {
  const leftAt = useCallback(() => readList(vacancyId).scroll, [vacancyId]);
  const table = useTableLines({ ...input, leftAt });
  const { scrolled } = table;
  useEffect(
    () => () => {
      changeList(vacancyId, { scroll: scrolled() });
    },
    [scrolled, vacancyId],
  );
  return table;
}
