import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IMPORT_FIELDS, type ImportField } from '../../../shared/domain/import/import-table.js';
import { FIELD_WORDS } from './import-words.js';
import classes from './import.module.css';
import type { OpenImport } from './use-import.js';

const EXAMPLES = 3;

interface MappingTableProps {
  readonly open: OpenImport;
  readonly onMap: (column: number, field: ImportField | null) => void;
}

/** Each column of the file with what stands in it, and what it is filed as. */
export function MappingTable({ open, onMap }: MappingTableProps) {
  const { t } = useTranslation();
  const heads = useColumnNames(open.read);
  const { rows } = open.read.table;
  return (
    <section className={classes['section']}>
      <h2>{t('import.columns')}</h2>
      <p>{t('import.columnsHint')}</p>
      <table className={classes['mapping']}>
        <thead>
          <tr>
            <th scope="col">{t('import.inFile')}</th>
            <th scope="col">{t('import.examples')}</th>
            <th scope="col">{t('import.filedAs')}</th>
          </tr>
        </thead>
        <tbody>
          {heads.map((head, column) => {
            const field = open.mapping[column] ?? null;
            return (
              <tr key={column} data-out={field === null || undefined}>
                <th scope="row">{head}</th>
                <td>
                  <p className={classes['examples']}>{examplesOf(rows, column)}</p>
                </td>
                <td>
                  <NativeSelect
                    aria-label={t('import.fileColumnAs', { column: head })}
                    value={field ?? ''}
                    data={[
                      { value: '', label: t('import.notImported') },
                      ...IMPORT_FIELDS.map((value) => ({ value, label: t(FIELD_WORDS[value]) })),
                    ]}
                    onChange={({ currentTarget: { value } }) => {
                      onMap(column, IMPORT_FIELDS.find((one) => one === value) ?? null);
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function examplesOf(rows: OpenImport['read']['table']['rows'], column: number): string {
  const found: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[column]?.trim() ?? '';
    if (cell !== '' && !found.includes(cell)) found.push(cell);
    if (found.length === EXAMPLES) break;
  }
  return found.join(' · ');
}

/** What the columns are called: as the file heads them, in words of the screen for cards, by number without either. */
export function useColumnNames({ kind, table }: OpenImport['read']): readonly string[] {
  const { t } = useTranslation();
  return table.columns.map((column, at) => {
    const known = kind === 'vcard' ? VCARD_COLUMNS.find((one) => one === column) : undefined;
    if (known !== undefined) return t(FIELD_WORDS[known]);
    return column === '' ? t('import.columnNumber', { number: at + 1 }) : column;
  });
}

const VCARD_COLUMNS = [...IMPORT_FIELDS, 'organisation'] as const;
