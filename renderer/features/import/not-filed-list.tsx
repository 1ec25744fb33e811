import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../shared/lib/time.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { saveTable } from '../../ui/table-file/save-table.js';
import { reasonWords } from './import-words.js';
import classes from './import.module.css';
import { useColumnNames } from './mapping-table.js';
import type { ReadFile } from './open-file.js';
import type { NotFiled } from './run-import.js';

/** More are in the file to be saved; nobody reads on here. */
const SHOWN = 100;

interface NotFiledListProps {
  readonly title: string;
  readonly read: ReadFile;
  readonly rows: readonly NotFiled[];
}

/** Rows that are left out, each with what stands in it and why; and all of them as a file to be put right and imported again. */
export function NotFiledList({ title, read, rows }: NotFiledListProps) {
  const { t } = useTranslation();
  const save = useSaveNotFiled(read);
  if (rows.length === 0) return null;
  return (
    <section className={classes['out']}>
      <header>
        <h2>{title}</h2>
        <Button size="xs" leftSection={<IconTableExport {...icon} />} onClick={() => void save(rows)}>
          {t('import.saveLeftOut')}
        </Button>
      </header>
      <ul aria-label={title}>
        {rows.slice(0, SHOWN).map(({ row, reasons }) => (
          <li key={row.number}>
            <span className={classes['number']}>{row.number}</span>
            <span className={classes['cells']}>{row.cells.filter((cell) => cell.trim() !== '').join(' · ')}</span>
            <span>{reasonWords(t, reasons)}</span>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <p className={classes['note']}>{t('import.more', { count: rows.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}

/** The same columns and the reason, as a file of a name that names nobody; no formula can run in it. */
function useSaveNotFiled(read: ReadFile): (rows: readonly NotFiled[]) => Promise<void> {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  const columns = useColumnNames(read);
  return async (rows) => {
    const widest = rows.reduce((most, { row }) => Math.max(most, row.cells.length), columns.length);
    const filler = Array<string>(widest - columns.length).fill('');
    const table = {
      heads: [...columns, ...filler, t('import.reason')],
      rows: rows.map(({ row, reasons }) => [
        ...row.cells,
        ...Array<string>(widest - row.cells.length).fill(''),
        reasonWords(t, reasons),
      ]),
    };
    const name = t('import.leftOutFile', { date: dateIn(formats.zone, session.now()) });
    await saveTable(table, { kind: 'csv', language: formats.language, sheet: name, name });
    showToast({ text: t('import.leftOutSaved', { count: rows.length }) });
  };
}
