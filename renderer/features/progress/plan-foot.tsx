import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FixedActionId } from '../../../shared/domain/progress-action.js';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster } from '../../data/use-session.js';
import { requestProgress } from '../../state/progress-request.js';
import { useShortcut } from '../../state/shortcuts.js';
import { icon } from '../../ui/icon-props.js';
import { KeyHint } from '../../ui/key-hint.js';
import { countsOf, isHeldForServer } from './counts-of.js';
import { useProblemWords } from './problem-lines.js';
import type { MailDesk } from './use-mail-desk.js';
import type { MailActionControl } from './use-mail-action.js';

function undoSeconds(roster: Roster): number {
  return roster.organisation?.undoSeconds ?? 0;
}

/** What happens after *Send*, and how it can be taken back; or what still stands in the way. */
export function PlanNote({ control, desk }: { readonly control: MailActionControl; readonly desk: MailDesk }) {
  const { t } = useTranslation();
  const { workOffline } = usePreferences();
  const seconds = useRoster(undoSeconds);
  const problemWords = useProblemWords();
  const problems = control.plan?.problems ?? [];
  const counts = countsOf(control.plan ?? { included: [] });
  const count = counts.mails;
  const button = t(control.words.commit, counts);
  if (control.preparing) {
    return (
      <p role="status">
        {t(control.medium === 'letter' ? 'progress.lettersBeingMade' : 'progress.contractsBeingMade')}
      </p>
    );
  }
  if (problems.length > 0) {
    return (
      <>
        <IconAlertTriangle {...icon} />
        <p role="status" data-problem>
          {problems.map(problemWords).join(' ')}
        </p>
      </>
    );
  }
  return (
    <>
      <IconArrowBackUp {...icon} />
      <p>{note()}</p>
    </>
  );

  function note(): string {
    if (control.medium === 'letter') return t('progress.noteLetters');
    if (count === 0) return t('progress.noteNoMail');
    if (isHeldForServer(control.plan)) return t('progress.noteNeedsServer', { count, button });
    if (desk.account === null) return t('progress.noteNoAccount', { count: counts.emails });
    if (workOffline || !desk.online) return t('progress.noteOffline', { count: counts.emails, button });
    return t('progress.noteOnline', { count, seconds, button });
  }
}

/** The primary button names the act and the number. */
export function PlanActions({
  control,
  onClose,
}: {
  readonly control: MailActionControl;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { plan, sending, send, goBack, ways, possible, instead } = control;
  const ready = plan !== null && plan.problems.length === 0 && !sending;
  const run = (): void => void send();
  const label = t(control.words.commit, countsOf(plan ?? { included: [] }));
  useShortcut(ready ? { keys: 'Mod+Enter', label, scope: 'dialog', run } : null);
  if (!possible) {
    return (
      <Button data-autofocus onClick={onClose}>
        {t('common.close')}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="subtle"
        disabled={sending}
        onClick={() => {
          if (ways.length === 0) onClose();
          else goBack();
        }}
      >
        {t(ways.length === 0 ? 'common.cancel' : 'common.back')}
      </Button>
      {instead === null ? null : <Instead action={instead} control={control} />}
      <Button
        variant={instead === null ? 'filled' : 'default'}
        data-autofocus={instead === null || undefined}
        loading={sending || control.preparing}
        disabled={!ready && !sending}
        rightSection={<KeyHint keys="Mod+Enter" />}
        onClick={run}
      >
        {label}
      </Button>
    </>
  );
}

/** Goes over to another action, with those of the same people who are ticked. */
function Instead({
  action,
  control: { form, selection },
}: {
  readonly action: FixedActionId;
  readonly control: MailActionControl;
}) {
  const { t } = useTranslation();
  const ids = selection.map(({ applicationId }) => applicationId).filter((id) => !form.form.unticked.has(id));
  return (
    <Button
      variant="filled"
      data-autofocus
      onClick={() => {
        requestProgress(action, ids);
      }}
    >
      {t(`progress.actions.${action}.name`)}
    </Button>
  );
}
