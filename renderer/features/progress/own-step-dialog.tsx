import { useMemo } from 'react';
import { closestText } from '../../../shared/domain/closest-template.js';
import { offeredSteps, stepName } from '../../../shared/domain/own-steps.js';
import { ownStepTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { LANGUAGES, type ApplicationId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { useSession } from '../../data/use-session.js';
import type { ProgressRequest } from '../../state/progress-request.js';
import { useFormats } from '../../ui/formats.js';
import { MailActionDialog } from './mail-action-dialog.js';
import { ownStepAction } from './own-step-action.js';

interface OwnStepDialogProps {
  readonly stepId: string;
  readonly request: ProgressRequest;
  readonly onClose: () => void;
}

/** The dialog of an own step, as it stood when it was asked for; a step that was retired meanwhile opens none. */
export function OwnStepDialog({ stepId, request, onClose }: OwnStepDialogProps) {
  const session = useSession();
  const { language } = useFormats();
  const { applicationIds } = request;
  const mayWrite = useRights().includes('send-email');
  const spec = useMemo(() => {
    const roster = session.roster.current();
    const step = offeredSteps(roster.organisation?.ownSteps ?? []).find(({ id }) => id === stepId);
    if (step === undefined) return null;
    const hasText = LANGUAGES.some((language) => {
      const held = (department: string) =>
        closestText(roster.mailTemplates, ownStepTemplate(stepId), language, department);
      return departmentsIn(roster, applicationIds).some((department) => held(department) !== null);
    });
    return ownStepAction({ id: stepId, name: stepName(step, language), writes: hasText && mayWrite });
  }, [session, stepId, language, mayWrite, applicationIds]);
  return spec === null ? null : <MailActionDialog spec={spec} request={request} onClose={onClose} />;
}

/** Of the vacancies that these people applied for. */
function departmentsIn({ applications, vacancies }: Roster, ids: readonly ApplicationId[]): readonly string[] {
  const applied = ids.flatMap((id) => applications.get(id) ?? []);
  return [...new Set(applied.map(({ vacancyId }) => vacancies.get(vacancyId)?.department ?? ''))];
}
