import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { success } from '../../../shared/lib/result.js';
import type { Saved } from '../../data/commit.js';
import { useSession } from '../../data/use-session.js';
import { useShortcut } from '../../state/shortcuts.js';
import { showToast } from '../../state/ui-store.js';
import { phoneReader } from '../../data/phone-number.js';
import { CaptureFields } from './capture-fields.js';
import { CaptureFoot } from './capture-foot.js';
import { CaptureHead } from './capture-head.js';
import { CaptureNotices } from './capture-notices.js';
import classes from './capture.module.css';
import { CvZone } from './cv-zone.js';
import { fieldAfter, focusField } from './field-focus.js';
import type { Captured } from './file-capture.js';
import { LastCaptured } from './last-captured.js';
import { takeBack, type ReturnedForm } from './take-back.js';
import { useCapture } from './use-capture.js';
import type { CaptureStart } from './use-forms.js';
import { useStand } from './use-stand.js';
import { useTakeWalkIn } from './use-take-walk-in.js';

const RETURNED_WORDS = {
  whole: 'capture.undonePerson',
  'without-cv': 'capture.undoneWithoutCv',
  not: 'capture.undoneKept',
} as const satisfies Record<ReturnedForm, MessageKey>;

interface CaptureDeskProps {
  readonly start: CaptureStart;
  readonly restored: boolean;
}

/** Form, CV and the people captured last, with the two ways to save at the foot. */
export function CaptureDesk({ start, restored }: CaptureDeskProps) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const stand = useStand();
  const capture = useCapture(start);
  const takeWalkIn = useTakeWalkIn();
  const formElement = useRef<HTMLFormElement>(null);
  const saveNext = useRef<HTMLButtonElement>(null);
  const [offered, setOffered] = useState(restored);
  const readPhone = useMemo(() => phoneReader(stand.zone), [stand.zone]);

  const save = async (then: 'next' | 'open'): Promise<void> => {
    const form = formElement.current;
    const saved = await capture.save({ ...stand, readPhone }, then, () => {
      setOffered(false);
      focusField(form, 'givenName');
    });
    if (saved === 'busy') return;
    if (saved === 'stopped') {
      // Not into a field that is right: who was typing the next person would go on in this one.
      window.setTimeout(() => (form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? saveNext.current)?.focus());
      return;
    }
    setOffered(false);
    const person = session.roster.current().people.get(saved.personId) ?? saved.form; // the name as it was filed
    const name = `${person.givenName} ${person.familyName}`.trim();
    const { saved: written } = saved;
    const undo = async (written: Saved) => {
      const answer = await takeBack(session, { form: saved.form, saved: written });
      if (!answer.ok) return answer;
      const { form: returned } = answer.value;
      if (returned !== 'not' && then === 'open') await navigate({ to: '/capture' }); // what was opened is gone
      return success({ ...answer.value, text: t(RETURNED_WORDS[returned], { name }) });
    };
    const walkIn = takeWalkIn(saved.applicationId);
    const text = [t('capture.savedPerson', { name }), ...walkIn.words].join('. ');
    showToast({ text, name, undo: written === null ? null : () => undo(written) });
    if (walkIn.invites) return;
    if (then === 'open') await openSaved(navigate, saved);
    else if (!form?.contains(document.activeElement)) focusField(form, 'givenName');
  };
  useShortcut({ keys: 'Mod+Enter', label: t('capture.saveNext'), scope: 'page', run: () => void save('next') });

  return (
    <>
      <CaptureHead fairLine={stand.fairLine} />
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
          <fieldset className={classes['handedIn']} disabled={capture.held}>
            <div role="presentation" className={classes['fields']} onKeyDown={moveOn}>
              <CaptureNotices
                stand={stand}
                restored={offered && !capture.held}
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
          <fieldset className={classes['handedIn']} disabled={capture.held}>
            <CvZone capture={capture} />
          </fieldset>
          <LastCaptured />
        </aside>
      </div>
      <CaptureFoot saveNext={saveNext} capture={capture} readPhone={readPhone} onSave={save} />
    </>
  );
}

async function openSaved(navigate: ReturnType<typeof useNavigate>, saved: Captured): Promise<void> {
  const { personId, applicationId, form } = saved;
  if (applicationId === null || form.vacancyId === null) {
    await navigate({ to: '/people/$personId', params: { personId } });
  } else {
    const params = { vacancyId: form.vacancyId, applicationId };
    await navigate({ to: '/vacancies/$vacancyId/applications/$applicationId', params });
  }
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
