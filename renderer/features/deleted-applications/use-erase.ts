import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { ErasureRequest, PersonErasure } from '../../data/erase.js';
import { useSession } from '../../data/use-session.js';
import { changeDeletedList } from '../../state/deleted-list.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import type { DeletedRow } from './deleted-rows.js';

interface Erase {
  /** What would happen, person by person; null while it is being read. */
  readonly erasures: readonly PersonErasure[] | null;
  /** Answers whether it is done; what went wrong was said. */
  readonly erase: (everywhere: ReadonlySet<PersonId>) => Promise<boolean>;
  readonly isBusy: boolean;
}

/** R16: deletes the chosen permanently. Nothing is offered back: there is no way. */
export function useErase(chosen: readonly DeletedRow[]): Erase {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const session = useSession();
  const [begunWith] = useState(chosen);
  const [erasures, setErasures] = useState<readonly PersonErasure[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const request = useMemo(
    () => ({
      people: [...new Set(begunWith.map(({ person }) => person.id))],
      applications: new Set(begunWith.map(({ id }) => id)),
      today: dateIn(zone, session.now()),
    }),
    [begunWith, zone, session],
  );
  const ask = useCallback(
    (everywhere: ReadonlySet<PersonId>): ErasureRequest => ({ ...request, everywhere }),
    [request],
  );
  useEffect(() => {
    let wanted = true;
    void session.readErasures(ask(new Set())).then((read) => {
      if (wanted) setErasures(read);
    });
    return () => {
      wanted = false;
    };
  }, [session, ask]);
  const erase = async (everywhere: ReadonlySet<PersonId>): Promise<boolean> => {
    setBusy(true);
    const answer = await session.erase(ask(everywhere));
    setBusy(false);
    if (!answer.ok) {
      showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
      return false;
    }
    changeDeletedList({ type: 'clear' });
    const { applications } = session.roster.current();
    const count = begunWith.filter(({ id }) => !applications.has(id)).length;
    showToast({ text: t('deleted.erasure.done', { count }) });
    return true;
  };
  return { erasures, erase, isBusy };
}
