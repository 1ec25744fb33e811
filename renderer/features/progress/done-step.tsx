import { Button } from '@mantine/core';
import { IconCircleCheck, IconMailCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { optionOf } from '../../../shared/domain/edit-reminder.js';
import type { Plan, Selection } from '../../../shared/domain/progress-action.js';
import type { Instant } from '../../../shared/lib/time.js';
import { useReached } from '../../data/use-reached.js';
import { usePreferences } from '../../data/use-session.js';
import { useTakenByServer } from '../../data/use-sending-server.js';
import { useShortcut } from '../../state/shortcuts.js';
import { showToast } from '../../state/ui-store.js';
import { largeIcon } from '../../ui/icon-props.js';
import { KeyHint } from '../../ui/key-hint.js';
import { ButtonLink } from '../../ui/links.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import { undoneWords } from '../../ui/undone-words.js';
import { countsOf, isHeldForServer, remindersOf } from './counts-of.js';
import { DoneRelated } from './done-related.js';
import classes from './done-step.module.css';
import { LetterInstead, LettersNext } from './done-letters.js';
import { nameOf } from './selection-of.js';
import type { MailDesk } from './use-mail-desk.js';
import type { MailActionControl } from './use-mail-action.js';

type Done = Extract<MailActionControl['step'], { readonly kind: 'done' }>;

interface DoneStepProps {
  readonly control: MailActionControl;
  readonly step: Done;
  readonly desk: MailDesk;
  readonly onClose: () => void;
}

/** What was done, what becomes of it, and whom it left out (C33). Nothing here says "sent" (C22). */
export function DoneStep({ control, step, desk, onClose }: DoneStepProps) {
  const { t } = useTranslation();
  const { workOffline } = usePreferences();
  const { included, excluded } = step.plan;
  const withoutMail = included.flatMap(({ applicationId, withoutMail: reason = null }) =>
    reason === null ? [] : [{ applicationId, reason }],
  );
  const { mails, reminders } = countsOf(step.plan);
  const offline = workOffline || !desk.online;
  const sending = desk.account === null ? 'doneNoAccount' : offline ? 'doneOffline' : 'doneOnline';
  const isTakenByServer = useTakenByServer();
  const option = optionOf(remindersOf(step.plan));
  const next = isHeldForServer(step.plan) ? 'doneNeedsServer' : sending;
  return (
    <div className={classes['done']} role="status">
      {mails === 0 ? <IconCircleCheck {...largeIcon} /> : <IconMailCheck {...largeIcon} />}
      <h2>{t(control.words.done, countsOf(step.plan))}</h2>
      {control.medium === 'letter' ? <LettersNext plan={step.plan} onClose={onClose} /> : null}
      {mails === 0 ? null : <p>{t(`progress.${next}`, { count: mails })}</p>}
      {reminders === 0 ? null : (
        <p>{t(isTakenByServer(option) ? 'interview.reminderByServer' : 'interview.reminderOnline')}</p>
      )}
      {mails + reminders === 0 ? null : (
        <ButtonLink to="/outbox" onClick={onClose}>
          {t('shell.openOutbox')}
        </ButtonLink>
      )}
      <Reasons
        title={t('progress.doneWithoutMail', { count: withoutMail.length })}
        reasons={withoutMail}
        selection={step.selection}
        action={control.action === 'reject' ? <LetterInstead reasons={withoutMail} onClose={onClose} /> : null}
      />
      <Reasons
        title={t('progress.doneLeftOut', { count: excluded.length })}
        reasons={excluded}
        selection={step.selection}
      />
      <DoneRelated action={control.action} plan={step.plan} selection={step.selection} onClose={onClose} />
    </div>
  );
}

interface ReasonsProps {
  readonly title: string;
  readonly reasons: Plan['excluded'];
  readonly selection: Selection;
  /** What can be done for them all. */
  readonly action?: ReactNode;
}

/** Each by name, with the reason. */
function Reasons({ title, reasons, selection, action = null }: ReasonsProps) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  const people = new Map(selection.map((applicant) => [applicant.applicationId, applicant]));
  return (
    <section className={classes['out']}>
      <header>
        <h3>{title}</h3>
        {action}
      </header>
      <ul>
        {reasons.map(({ applicationId, reason }) => {
          const applicant = people.get(applicationId);
          return applicant === undefined ? null : (
            <li key={applicationId}>
              <b>{nameOf(applicant)}</b>{' '}
              <span>{t(`progress.exclusions.${reason}`, { status: t(STATUS_LOOKS[applicant.status].word) })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface DoneActionsProps {
  readonly control: MailActionControl;
  readonly step: Done;
  readonly onClose: () => void;
  readonly onUndone: () => void;
}

export function DoneActions({ control, step, onClose, onUndone }: DoneActionsProps) {
  const { t } = useTranslation();
  const [undoing, setUndoing] = useState(false);
  const last = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone, and the focus with it.
  useEffect(() => {
    last.current?.focus();
  }, []);
  const over = useReached(undoUntil(step.plan));
  useShortcut({ keys: 'Mod+Enter', label: t('common.close'), scope: 'dialog', run: onClose });
  const undo = async (): Promise<void> => {
    setUndoing(true);
    try {
      showToast(undoneWords(t, await control.undo(step.saved)));
      onUndone();
    } finally {
      setUndoing(false);
    }
  };
  return (
    <>
      {over && !undoing ? null : (
        <Button loading={undoing} onClick={() => void undo()}>
          {t('common.undo')}
        </Button>
      )}
      <Button ref={last} variant="filled" rightSection={<KeyHint keys="Mod+Enter" />} onClick={onClose}>
        {t('common.close')}
      </Button>
    </>
  );
}

/** All messages of a plan are held for the same time; without any, or while they wait for the server, it can be taken back. */
export function undoUntil({ included }: Plan): Instant | null {
  return included.find(({ messages }) => messages.length > 0)?.messages[0]?.message.holdUntil ?? null;
}
