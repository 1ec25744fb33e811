import { useTranslation } from 'react-i18next';
import type { Classification } from '../../../shared/domain/classification.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { useClassify } from '../../data/use-classify.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { classificationWords } from '../../ui/classification-words.js';

/** Sets ranking or reference check of rows of the list, says so and offers the way back. */
export function useClassifyShown() {
  const { t } = useTranslation();
  const session = useSession();
  const classify = useClassify();
  return async (applicationIds: readonly ApplicationId[], to: Partial<Classification>): Promise<void> => {
    const { applications, people } = session.roster.current();
    const saved = await classify(applicationIds, to);
    if (!saved.ok && saved.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    const [first] = applicationIds;
    const personId = first === undefined ? undefined : applications.get(first)?.personId;
    const person = personId === undefined ? undefined : people.get(personId);
    const name = person === undefined ? '' : `${person.givenName} ${person.familyName}`.trim();
    const count = applicationIds.length;
    const whom = count === 1 ? name : t('progress.recipients', { count });
    const undo = saved.ok ? () => session.undo(saved.value) : null;
    showToast({ text: `${whom} · ${classificationWords(t, to)}`, name: count === 1 ? name : null, undo });
  };
}
