import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import type { ProgressRequest } from '../../state/progress-request.js';
import { showToast } from '../../state/ui-store.js';
import { DialogFrame } from '../../ui/dialog-frame.js';
import { EmptyState } from '../../ui/empty-state.js';
import { RowSkeleton } from '../../ui/row-skeleton.js';
import { DetailsActions, DetailsNote, DetailsStep } from './details-step.js';
import { DoneActions, DoneStep, undoUntil } from './done-step.js';
import { PlanActions, PlanNote } from './plan-foot.js';
import { PlanStep } from './plan-step.js';
import { useMailDesk, type MailDesk, type MailDeskState } from './use-mail-desk.js';
import { useSendEmail, type SendEmailControl } from './use-send-email.js';

interface SendEmailDialogProps {
  readonly request: ProgressRequest;
  readonly onClose: () => void;
}

/** *Send email* (R17, R18): details, the plan with each mail as it will be sent, done. */
export function SendEmailDialog({ request, onClose }: SendEmailDialogProps) {
  const { t } = useTranslation();
  const { state, retry } = useMailDesk();
  const desk = state.status === 'ready' ? state.desk : null;
  const control = useSendEmail(request.applicationIds, desk);
  const vacancies = useRoster(vacancyTitles);
  const title = t('progress.actions.send-email.name');
  if (control === null || desk === null) {
    return (
      <DialogFrame opened onClose={onClose} title={title} step="details">
        <NotYet state={state} onRetry={retry} />
      </DialogFrame>
    );
  }
  const close = (): void => {
    if (control.step.kind === 'done') {
      const { plan, saved } = control.step;
      const text = t('progress.inOutbox', { count: plan.included.length });
      showToast({ text, undo: () => control.undo(saved), until: undoUntil(plan) });
    }
    onClose();
  };
  const about = new Set(control.selection.map(({ vacancyId }) => vacancies(vacancyId)));
  return (
    <DialogFrame
      opened
      onClose={close}
      title={title}
      subtitle={[t('progress.recipients', { count: request.applicationIds.length }), ...about].join(' · ')}
      step={control.step.kind}
      {...partsOf(control, desk, { close, leave: onClose })}
    />
  );
}

function vacancyTitles(roster: Roster) {
  return (id: Parameters<typeof roster.vacancies.get>[0]) => roster.vacancies.get(id)?.title ?? '';
}

interface Ways {
  /** Leaves the dialog; what was done can still be taken back from the toast. */
  readonly close: () => void;
  readonly leave: () => void;
}

/** What stands in the one frame at each step. */
function partsOf(control: SendEmailControl, desk: MailDesk, { close, leave }: Ways) {
  const { step } = control;
  switch (step.kind) {
    case 'details':
      return {
        children: <DetailsStep control={control} />,
        note: <DetailsNote control={control} />,
        actions: <DetailsActions control={control} onClose={close} />,
      };
    case 'plan':
      return {
        children: <PlanStep control={control} step={step} onClose={close} />,
        note: <PlanNote control={control} desk={desk} />,
        actions: <PlanActions control={control} onClose={close} />,
      };
    case 'done':
      return {
        children: <DoneStep step={step} desk={desk} onClose={close} />,
        actions: <DoneActions control={control} step={step} onClose={close} onUndone={leave} />,
      };
  }
}

function NotYet({ state, onRetry }: { readonly state: MailDeskState; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  if (state.status !== 'failed') return <RowSkeleton rows={8} />;
  return (
    <EmptyState
      icon={IconAlertTriangle}
      title={t(ERROR_WORDS[state.code])}
      action={<Button onClick={onRetry}>{t('shell.tryAgain')}</Button>}
    >
      {null}
    </EmptyState>
  );
}
