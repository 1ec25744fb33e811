import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn, startOfDate } from '../../../shared/lib/time.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { PageHead } from '../../ui/page-head.js';
import { AHEAD_KEY, DRAFT_KEY, emptyForm, readDraft, type CaptureDraft } from './capture-draft.js';
import { CaptureDesk } from './capture-desk.js';
import { firstForm, lastCapturedHere } from './first-form.js';
import type { CaptureStart } from './use-forms.js';
import classes from './capture.module.css';
import { useReturnedForms } from './take-back.js';

type Start = CaptureStart & { readonly restored: boolean };

/** The twenty-second form (beyond.md no. 3): what was being typed when the window closed, or was taken back, stands there again. */
export function CapturePage() {
  const returned = useReturnedForms(({ count }) => count);
  return <KeptForm key={returned} />;
}

function KeptForm() {
  const { t } = useTranslation();
  const session = useSession();
  const { language, zone } = useFormats();
  const [start, setStart] = useState<Start | null>(null);
  useEffect(() => {
    let wanted = true;
    const today = startOfDate(zone, dateIn(zone, session.now()));
    void Promise.all([keptForms(session), lastCapturedHere(session, today)]).then(([[kept, ahead], last]) => {
      if (!wanted) return;
      const form = emptyForm(firstForm(session.roster.current(), last, language));
      const fresh = { personId: session.newId() as PersonId, form };
      setStart((before) => before ?? { ...(kept ?? fresh), ahead: ahead ?? null, restored: kept !== undefined });
    });
    return () => {
      wanted = false;
    };
  }, [session, language, zone]);
  return (
    <div className={classes['page']}>
      {start === null ? (
        <PageHead title={t('capture.title')} />
      ) : (
        <CaptureDesk start={start} restored={start.restored} />
      )}
    </div>
  );
}

/** What was left over, and who was begun after that; a draft whose person was filed before the window closed is left over no more. */
async function keptForms({ drafts, roster }: Session): Promise<readonly CaptureDraft[]> {
  const kept: CaptureDraft[] = [];
  for (const key of [DRAFT_KEY, AHEAD_KEY]) {
    const answer = await drafts.read(key);
    const draft = answer.ok ? readDraft(answer.value) : null;
    if (draft === null) continue;
    if (roster.current().people.has(draft.personId)) await drafts.clear(key);
    else if (kept[0]?.personId !== draft.personId) kept.push(draft);
  }
  return kept;
}
