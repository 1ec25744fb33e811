import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import { success } from '../../../shared/lib/result.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { ApplicationId, PersonId } from '../../../shared/records/primitives.js';
import type { ErasureRequest, PersonErasure } from '../../data/erase.js';
import { orFault } from '../../data/or-fault.js';
import { useSession } from '../../data/use-session.js';
import { changeDeletedList } from '../../state/deleted-list.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';

interface ErasureControl {
  /** What would happen, person by person; null while it is being read. */
  readonly erasures: readonly PersonErasure[] | null;
  /** Why it cannot be read; null while nothing is wrong. */
  readonly failed: ErrorCode | null;
  /** Answers whether it is done; what went wrong was said. Nothing is offered back: there is no way. */
  readonly erase: (everywhere: ReadonlySet<PersonId>) => Promise<boolean>;
  readonly isBusy: boolean;
}

const NOBODY: ReadonlySet<PersonId> = new Set();

/** R16, C23: what deleting permanently would do to these people as it stands now, and the act. */
export function useErasure(
  people: readonly PersonId[],
  applications: ReadonlySet<ApplicationId>,
  whole: ReadonlySet<PersonId> = NOBODY,
): ErasureControl {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const session = useSession();
  const [request] = useState(() => ({ people, applications, today: dateIn(zone, session.now()) }));
  const [readWhole] = useState(whole);
  const [erasures, setErasures] = useState<readonly PersonErasure[] | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = useCallback(
    (everywhere: ReadonlySet<PersonId>): ErasureRequest => ({ ...request, everywhere }),
    [request],
  );
  useEffect(() => {
    let wanted = true;
    void orFault(async () => success(await session.readErasures(ask(readWhole)))).then((read) => {
      if (!wanted) return;
      if (read.ok) setErasures(read.value);
      else setFailed(read.code);
    });
    return () => {
      wanted = false;
    };
  }, [session, ask, readWhole]);
  const erase = async (everywhere: ReadonlySet<PersonId>): Promise<boolean> => {
    setBusy(true);
    const answer = await orFault(() => session.erase(ask(everywhere)));
    setBusy(false);
    if (!answer.ok) {
      showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
      return false;
    }
    changeDeletedList({ type: 'clear' });
    const { applications: left, people: known } = session.roster.current();
    const count = [...request.applications].filter((id) => !left.has(id)).length;
    const gone = request.people.filter((id) => !known.has(id)).length;
    showToast({
      text:
        request.applications.size > 0
          ? t('deleted.erasure.done', { count })
          : t('deleted.erasure.peopleDone', { count: gone }),
    });
    return true;
  };
  return { erasures, failed, erase, isBusy };
}
