import { useDeferredValue, useMemo } from 'react';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { useApplicationList } from '../../state/application-lists.js';
import { useFormats } from '../../ui/formats.js';
import { filterApplications } from './filter-applications.js';
import { applicationIds, listItems, type ListItem } from './list-items.js';
import type { Section } from './sections.js';
import { listApplications, sortApplications, type ListedApplication } from './sort-applications.js';

export interface ApplicationRows {
  /** All of the vacancy, in the chosen order. */
  readonly all: readonly ListedApplication[];
  /** The lines that are shown. */
  readonly items: readonly ListItem[];
  /** The applications that are shown, in their order. */
  readonly ids: readonly ApplicationId[];
}

/**
 * The list in stages, each made again only when its own input changes: joined with the roster, then sorted, then filtered
 * (at every key typed), then grouped. Typing never waits for a long list: the filter follows the field.
 */
export function useApplicationRows(vacancyId: VacancyId, section: Section): ApplicationRows {
  const { collator, zone } = useFormats();
  const today = useCalendarDate(zone);
  const { filter, sort, grouping: chosen } = useApplicationList(vacancyId);
  const select = useMemo(() => (roster: Roster) => listApplications(roster, vacancyId), [vacancyId]);
  const listed = useRoster(select);
  const all = useMemo(() => sortApplications(listed, sort, collator), [listed, sort, collator]);
  const grouping = chosen ?? (section === 'ranking' ? 'ranking' : null);
  const followed = useDeferredValue(filter);
  const items = useMemo(
    () => listItems(filterApplications(all, section, followed, { zone, today }), grouping),
    [all, section, followed, zone, today, grouping],
  );
  const ids = useMemo(() => applicationIds(items), [items]);
  return { all, items, ids };
}
