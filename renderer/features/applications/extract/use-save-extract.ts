import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../../shared/lib/time.js';
import { saveFile } from '../../../data/save-file.js';
import { useSession } from '../../../data/use-session.js';
import { showToast } from '../../../state/ui-store.js';
import { useFormats } from '../../../ui/formats.js';
import type { ListedApplication } from '../sort-applications.js';
import { extractTable } from './extract-table.js';

export type ExtractKind = 'csv' | 'xlsx';

/** Saves applications as a table where the browser saves files, under a name that names nobody; says what is in it. */
export function useSaveExtract(): (rows: readonly ListedApplication[], kind: ExtractKind) => Promise<void> {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  return async (rows, kind) => {
    const table = extractTable(rows, { roster: session.roster.current(), t, formats });
    const name = t('applications.exportFile', { date: dateIn(formats.zone, session.now()) });
    // Either writer is fetched only when somebody wants a file.
    const file =
      kind === 'csv'
        ? (await import('./write-csv.js')).writeCsv(table, formats.language)
        : (await import('./write-xlsx.js')).writeXlsx(table, t('applications.all'));
    const url = URL.createObjectURL(file);
    saveFile(url, `${name}.${kind}`);
    // The browser took hold of it with the click; what it holds is not kept in the page any longer.
    URL.revokeObjectURL(url);
    showToast({ text: t('applications.exportDone', { count: table.rows.length }) });
  };
}
