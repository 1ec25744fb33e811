import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { mayBecome } from '../../../shared/domain/application-status.js';
import type { FixedActionId } from '../../../shared/domain/progress-action.js';
import { listProgressActions } from '../../../shared/domain/progress-actions/registry.js';
import type { StatusConflict } from '../../../shared/domain/status-conflict.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { requestProgress } from '../../state/progress-request.js';
import { useFormats } from '../../ui/formats.js';
import { StatusTag } from '../../ui/status-tag.js';
import type { Question } from './open-conflicts.js';
import { QuestionRow, Side, SideButton } from './question-row.js';
import { useSettle } from './use-settle.js';

/** By which action somebody takes the other step after all, with everything that goes with it. */
const ACTION_TO: Readonly<Partial<Record<ApplicationStatus, FixedActionId>>> = {
  invited: 'invite-to-interview',
  offered: 'send-offer',
  saved: 'save',
  rejected: 'reject',
  withdrawn: 'withdraw',
  hired: 'hire',
  deleted: 'delete',
  moved: 'transfer',
};

type Step = StatusConflict['steps'][number];

interface StatusQuestionRowProps {
  readonly question: Extract<Question, { kind: 'status' }>;
  readonly name: string;
}

/** Steps that were taken without seeing each other: who took which, when, and which one the status machine let stand. */
export function StatusQuestionRow({ question, name }: StatusQuestionRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const { saving, keep } = useSettle();
  const rights = useRights();
  const { application, conflict } = question;
  const { id, vacancyId, status } = application;
  const vacancy = useRoster(useCallback(({ vacancies }: Roster) => vacancies.get(vacancyId)?.title ?? '', [vacancyId]));
  const recruiters = useRoster(recruitersIn);
  const said = ({ by, at }: Step): string => {
    const who = by === null ? undefined : recruiters.get(by)?.name;
    return `${who ?? t('sync.somebody')} · ${formats.dateTimeFrom(session.now(), at)}`;
  };
  const stands = ({ id: step, to }: Step): boolean =>
    conflict.standing === null ? to === status : step === conflict.standing;
  const actionOf = (step: Step) => {
    const label = t('sync.keep');
    if (stands(step)) {
      return (
        <SideButton
          label={label}
          spoken={`${label}: ${name}, ${t('dossier.vacancyStatus')}`}
          disabled={saving}
          onClick={() => void keep(question)}
        />
      );
    }
    const action = ACTION_TO[step.to];
    if (action === undefined || !mayBecome(status, step.to) || !listProgressActions(rights).includes(action))
      return null;
    const named = t(`progress.actions.${action}.name`);
    return (
      <SideButton
        label={named}
        spoken={`${named}: ${name}`}
        disabled={saving}
        onClick={() => {
          requestProgress(action, [id]);
        }}
      />
    );
  };
  return (
    <QuestionRow word={t('dossier.vacancyStatus')} about={vacancy}>
      {[...conflict.steps]
        .sort((a, b) => Number(stands(b)) - Number(stands(a)))
        .map((step) => (
          <Side key={step.id} stands={stands(step)} said={said(step)} action={actionOf(step)}>
            <StatusTag status={step.to} stage={step.interviewType ?? step.rejection?.stage ?? null} />
          </Side>
        ))}
    </QuestionRow>
  );
}

const recruitersIn = ({ recruiters }: Roster) => recruiters;
