import { useTranslation } from 'react-i18next';
import { refuseRead } from '../../../../shared/domain/refuse-read.js';
import { ERROR_WORDS } from '../../../../shared/i18n/error-words.js';
import { dateIn } from '../../../../shared/lib/time.js';
import { useSession } from '../../../data/use-session.js';
import { showToast } from '../../../state/ui-store.js';
import { useFormats } from '../../../ui/formats.js';
import { saveTable } from '../../../ui/table-file/save-table.js';
import type { TableKind } from '../../../ui/table-file/table.js';
import type { ListedApplication } from '../sort-applications.js';
import { extractTable } from './extract-table.js';

/** Saves applications as a table where the browser saves files, under a name that names nobody; says what is in it. */
export function useSaveExtract(): (rows: readonly ListedApplication[], kind: TableKind) => Promise<void> {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  return async (rows, kind) => {
    const { recruiterId } = session.preferences.current();
    const refused = refuseRead('report', recruiterId, session.roster.current().recruiters);
    if (refused !== null) return showToast({ text: t(ERROR_WORDS[refused]), tone: 'problem' });
    const table = extractTable(rows, { roster: session.roster.current(), t, formats });
    const name = t('applications.exportFile', { date: dateIn(formats.zone, session.now()) });
    await saveTable(table, { kind, language: formats.language, sheet: t('applications.all'), name });
    showToast({ text: t('applications.exportDone', { count: table.rows.length }) });
  };
}
