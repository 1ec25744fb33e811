import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import type { ProgressRequest } from '../../state/progress-request.js';
import { showToast } from '../../state/ui-store.js';
import { DialogFrame, type DialogStep } from '../../ui/dialog-frame.js';
import { EmptyState } from '../../ui/empty-state.js';
import { RowSkeleton } from '../../ui/row-skeleton.js';
import type { Paper } from './attached-sheet.js';
import { countsOf } from './counts-of.js';
import { DetailsStep } from './details-step.js';
import { DoneActions, DoneStep, undoUntil } from './done-step.js';
import { FormActions, FormNote } from './form-foot.js';
import type { MailAction } from './mail-action.js';
import type { Step } from './mail-action-steps.js';
import { MailNow } from './mail-now.js';
import { MailStep } from './mail-step.js';
import { PlanActions, PlanNote } from './plan-foot.js';
import { PlanStep } from './plan-step.js';
import { useMailDesk, type MailDesk, type MailDeskState } from './use-mail-desk.js';
import { useMailAction, type MailActionControl, type OpenedAction } from './use-mail-action.js';

interface MailActionDialogProps<Fields extends object> {
  readonly spec: MailAction<Fields>;
  readonly request: ProgressRequest;
  readonly onClose: () => void;
}

/** An action of *Further progress*: its fields, its mail, the plan with each mail as it will be sent, done. */
export function MailActionDialog<Fields extends object>({ spec, request, onClose }: MailActionDialogProps<Fields>) {
  const { t } = useTranslation();
  const { state, retry } = useMailDesk();
  const desk = state.status === 'ready' ? state.desk : null;
  const control = useMailAction(spec, request.applicationIds, desk);
  const vacancies = useRoster(vacancyTitles);
  const [paper, setPaper] = useState<Paper | null>(null);
  const title = titleOf(t, spec);
  if (control === null || desk === null) {
    return (
      <DialogFrame opened onClose={onClose} title={title} step="details">
        <NotYet state={state} onRetry={retry} />
      </DialogFrame>
    );
  }
  const { step } = control;
  const close = (): void => {
    if (step.kind === 'done') {
      const { plan, saved } = step;
      const text = t(spec.words.done, countsOf(plan));
      showToast({ text, undo: () => control.undo(saved), until: undoUntil(plan) });
    }
    onClose();
  };
  const details = step.kind === 'details' ? detailsOf(spec, control) : null;
  const isRead = step.kind === 'plan' && paper !== null;
  const option = step.kind === 'mail' ? optionOf(spec, control) : null;
  const aside =
    step.kind === 'mail' && spec.MailAside !== undefined ? <MailNow Aside={spec.MailAside} control={control} /> : null;
  const shown = (kind: Step['kind']): DialogStep => {
    if (kind !== 'mail') return kind;
    return control.mailOnly ? 'details' : control.medium;
  };
  const about = new Set(control.selection.map(({ vacancyId }) => vacancies(vacancyId)));
  return (
    <DialogFrame
      opened
      onClose={close}
      keepsEscape={isRead}
      title={title}
      subtitle={
        lineOf(spec, control) ??
        [t('progress.recipients', { count: request.applicationIds.length }), ...about].join(' · ')
      }
      steps={control.mailOnly ? ['details', 'plan', 'done'] : [...control.ways.map(shown), 'plan', 'done']}
      step={shown(step.kind)}
      {...partsOf(control, { details, option, aside }, desk, { close, leave: onClose, paper, onPaper: setPaper })}
    />
  );
}

function titleOf<Fields extends object>(t: TFunction, { action: { id }, step }: MailAction<Fields>): string {
  return id === 'own-step' ? (step?.name ?? '') : t(`progress.actions.${id}.name`);
}

function detailsOf<Fields extends object>({ Form }: MailAction<Fields>, control: OpenedAction<Fields>): ReactNode {
  const { own, selection, problems, contextNow, forgetProblems } = control;
  if (Form === null) return null;
  return (
    <Form
      fields={own.fields}
      selection={selection}
      problems={problems.fields}
      ticks={own.form}
      contextNow={contextNow}
      onChange={(change) => {
        own.setFields(change);
        forgetProblems('fields');
      }}
    />
  );
}

function optionOf<Fields extends object>(
  { MailOption }: MailAction<Fields>,
  { own, languages, problems, forgetProblems }: OpenedAction<Fields>,
): ReactNode {
  if (MailOption === undefined) return null;
  const { leftOut, texts } = own.form;
  const variants = [...languages.keys()].flatMap((language) => {
    const text = leftOut.has(language) ? undefined : texts[language];
    return text === undefined ? [] : [text.contents];
  });
  return (
    <MailOption
      fields={own.fields}
      problems={problems.fields}
      variants={variants}
      onChange={(change) => {
        own.setFields(change);
        forgetProblems('fields');
      }}
    />
  );
}

/** Null where the action has none, and before there is a plan of somebody. */
function lineOf<Fields extends object>(
  { PlanLine }: MailAction<Fields>,
  { step, plan, own }: OpenedAction<Fields>,
): ReactNode {
  if (PlanLine === undefined || step.kind !== 'plan' || plan === null || plan.included.length === 0) return null;
  return <PlanLine fields={own.fields} plan={plan} />;
}

function vacancyTitles(roster: Roster) {
  return (id: Parameters<typeof roster.vacancies.get>[0]) => roster.vacancies.get(id)?.title ?? '';
}

interface Ways {
  /** Leaves the dialog; what was done can still be taken back from the toast. */
  readonly close: () => void;
  readonly leave: () => void;
  /** Which attachment is read instead of the plan. */
  readonly paper: Paper | null;
  readonly onPaper: (paper: Paper | null) => void;
}

/** What stands in the one frame at each step. */
function partsOf(
  control: MailActionControl,
  { details, option, aside }: Readonly<Record<'details' | 'option' | 'aside', ReactNode>>,
  desk: MailDesk,
  { close, leave, paper, onPaper }: Ways,
) {
  const { step } = control;
  switch (step.kind) {
    case 'details':
    case 'mail':
      return {
        children:
          step.kind === 'mail' ? (
            <MailStep control={control} option={option} aside={aside} />
          ) : (
            <DetailsStep checks={control.checks}>{details}</DetailsStep>
          ),
        note: <FormNote control={control} />,
        actions: <FormActions control={control} onClose={close} />,
      };
    case 'plan':
      return {
        children: <PlanStep control={control} step={step} paper={paper} onPaper={onPaper} onClose={close} />,
        note: <PlanNote control={control} desk={desk} />,
        actions: <PlanActions control={control} onClose={close} />,
      };
    case 'done':
      return {
        children: <DoneStep control={control} step={step} desk={desk} onClose={close} />,
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
