import { useTranslation } from 'react-i18next';
import { LETTERS_AT_ONCE } from '../../../shared/host/contract.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { LetterId } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { lettersPdf } from './letters-pdf.js';

/** Saves letters as one PDF where the browser saves files, under a name that names nobody. */
export function useSaveLetters(): (ids: readonly LetterId[]) => Promise<void> {
  const { t } = useTranslation();
  const session = useSession();
  const { zone } = useFormats();
  return async (ids) => {
    const fail = (text: string): void => {
      showToast({ text, tone: 'problem' });
    };
    if (ids.length > LETTERS_AT_ONCE) return fail(t('letters.tooMany', { max: LETTERS_AT_ONCE }));
    const name = t('letters.fileName', { date: dateIn(zone, session.now()) });
    const made = await lettersPdf(session, ids, name);
    if (!made.ok) return fail(t(ERROR_WORDS[made.code]));
    if (made.value === null) return fail(t('letters.gone'));
    const link = document.createElement('a');
    link.href = made.value.url;
    link.download = `${name}.pdf`;
    link.click();
  };
}
