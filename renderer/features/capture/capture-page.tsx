import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { PageHead } from '../../ui/page-head.js';
import { DRAFT_KEY, emptyForm, readDraft, type CaptureDraft } from './capture-draft.js';
import { CaptureDesk } from './capture-desk.js';
import classes from './capture.module.css';
import { useReturnedForms } from './take-back.js';

type Start = CaptureDraft & { readonly restored: boolean };

/** The twenty-second form (beyond.md no. 3): what was being typed when the window closed, or was taken back, stands there again. */
export function CapturePage() {
  const returned = useReturnedForms(({ count }) => count);
  return <KeptForm key={returned} />;
}

function KeptForm() {
  const { t } = useTranslation();
  const session = useSession();
  const { language } = useFormats();
  const [start, setStart] = useState<Start | null>(null);
  useEffect(() => {
    let wanted = true;
    void keptDraft(session).then((kept) => {
      if (!wanted) return;
      const fresh = { personId: session.newId() as PersonId, form: emptyForm({ vacancyId: null, language }) };
      setStart((before) => before ?? (kept === null ? { ...fresh, restored: false } : { ...kept, restored: true }));
    });
    return () => {
      wanted = false;
    };
  }, [session, language]);
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

/** Null when nothing was left over; a draft whose person was filed just before the window closed is left over no more. */
async function keptDraft({ drafts, roster }: Session): Promise<CaptureDraft | null> {
  const answer = await drafts.read(DRAFT_KEY);
  const draft = answer.ok ? readDraft(answer.value) : null;
  if (draft === null || !roster.current().people.has(draft.personId)) return draft;
  await drafts.clear(DRAFT_KEY);
  return null;
}
