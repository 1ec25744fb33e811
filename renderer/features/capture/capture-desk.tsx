import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { success } from '../../../shared/lib/result.js';
import { useSession } from '../../data/use-session.js';
import { useShortcut } from '../../state/shortcuts.js';
import { showToast } from '../../state/ui-store.js';
import { PageHead } from '../../ui/page-head.js';
import { phoneReader } from '../../data/phone-number.js';
import { CaptureFields } from './capture-fields.js';
import { CaptureFoot } from './capture-foot.js';
import { CaptureNotices } from './capture-notices.js';
import classes from './capture.module.css';
import { CvZone } from './cv-zone.js';
import { DraftState } from './draft-state.js';
import { fieldAfter, focusField } from './field-focus.js';
import { LastCaptured } from './last-captured.js';
import type { CaptureDraft } from './capture-draft.js';
import { takeBack, type ReturnedForm } from './take-back.js';
import { useCapture } from './use-capture.js';
import { useStand } from './use-stand.js';

const RETURNED_WORDS = {
  whole: 'capture.undonePerson',
  'without-cv': 'capture.undoneWithoutCv',
  not: 'capture.undoneKept',
} as const satisfies Record<ReturnedForm, MessageKey>;

interface CaptureDeskProps {
  readonly start: CaptureDraft;
  readonly restored: boolean;
}

/** Form, CV and the people captured last, with the two ways to save at the foot. */
export function CaptureDesk({ start, restored }: CaptureDeskProps) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const stand = useStand();
  const capture = useCapture(start);
  const formElement = useRef<HTMLFormElement>(null);
  const [offered, setOffered] = useState(restored);
  const readPhone = useMemo(() => phoneReader(stand.zone), [stand.zone]);

  const save = async (then: 'next' | 'open'): Promise<void> => {
    const saved = await capture.save({ ...stand, readPhone });
    const form = formElement.current;
    if (saved === null) {
      window.setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setOffered(false);
    capture.next();
    const person = session.roster.current().people.get(saved.personId) ?? saved.form; // the name as it was filed
    const name = `${person.givenName} ${person.familyName}`.trim();
    const undo = async () => {
      const answer = await takeBack(session, saved);
      if (!answer.ok) return answer;
      const { form: returned } = answer.value;
      if (returned !== 'not' && then === 'open') await navigate({ to: '/capture' }); // what was opened is gone
      return success({ ...answer.value, text: t(RETURNED_WORDS[returned], { name }) });
    };
    showToast({ text: t('capture.savedPerson', { name }), name, undo });
    if (then === 'next') focusField(form, 'givenName');
    else if (saved.applicationId === null || saved.form.vacancyId === null) {
      await navigate({ to: '/people/$personId', params: { personId: saved.personId } });
    } else {
      const params = { vacancyId: saved.form.vacancyId, applicationId: saved.applicationId };
      await navigate({ to: '/vacancies/$vacancyId/applications/$applicationId', params });
    }
  };
  useShortcut({ keys: 'Mod+Enter', label: t('capture.saveNext'), scope: 'page', run: () => void save('next') });

  return (
    <>
      <PageHead title={t('capture.title')} aside={stand.fairLine}>
        <DraftState />
      </PageHead>
      <div className={classes['desk']}>
        <form
          ref={formElement}
          className={classes['form']}
          noValidate
          aria-label={t('capture.person')}
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <fieldset className={classes['handedIn']} disabled={capture.unknown}>
            <div role="presentation" className={classes['fields']} onKeyDown={moveOn}>
              <CaptureNotices
                stand={stand}
                restored={offered && !capture.unknown}
                onDiscard={() => {
                  setOffered(false);
                  capture.discard();
                  focusField(formElement.current, 'givenName');
                }}
              />
              <CaptureFields capture={capture} stand={stand} readPhone={readPhone} />
            </div>
          </fieldset>
        </form>
        <aside className={classes['side']}>
          <fieldset className={classes['handedIn']} disabled={capture.unknown}>
            <CvZone capture={capture} />
          </fieldset>
          <LastCaptured />
        </aside>
      </div>
      <CaptureFoot capture={capture} readPhone={readPhone} onSave={save} />
    </>
  );
}

/** Enter goes on to the next field, as on paper; only Ctrl and Enter together save. */
function moveOn(event: KeyboardEvent<HTMLElement>): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent, target } = event;
  if (key !== 'Enter' || ctrlKey || metaKey || altKey || shiftKey || nativeEvent.isComposing) return;
  if (
    !(target instanceof HTMLInputElement) ||
    event.defaultPrevented ||
    target.getAttribute('aria-expanded') === 'true'
  )
    return;
  event.preventDefault();
  fieldAfter(event.currentTarget, target)?.focus();
}
