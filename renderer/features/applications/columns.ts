import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { ListColumn } from '../../state/application-lists.js';

/** The words over the columns, in their order; what a first click on them does. */
export const COLUMNS = [
  { column: 'name', word: 'applications.name', descendingFirst: false },
  { column: 'status', word: 'applications.status', descendingFirst: false },
  { column: 'message', word: 'applications.message', descendingFirst: false },
  { column: 'rating', word: 'applications.rating', descendingFirst: true },
  { column: 'ranking', word: 'common.ranking', descendingFirst: false },
  { column: 'language', word: 'applications.language', descendingFirst: false },
  { column: 'cv', word: 'applications.cv', descendingFirst: false },
  { column: 'received', word: 'applications.received', descendingFirst: true },
] as const satisfies readonly {
  readonly column: ListColumn | 'message';
  readonly word: MessageKey;
  readonly descendingFirst: boolean;
}[];
export type GridColumn = (typeof COLUMNS)[number]['column'];

/** With the column of the ticks. */
export const COLUMN_COUNT = COLUMNS.length + 1;

export function isSortable(column: GridColumn): column is ListColumn {
  return column !== 'message';
}
