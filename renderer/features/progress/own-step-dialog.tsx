import { useMemo } from 'react';
import { offeredSteps, stepName } from '../../../shared/domain/own-steps.js';
import { ownStepTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { ownMailText } from '../../data/mail-templates.js';
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
  const mayWrite = useRights().includes('send-email');
  const spec = useMemo(() => {
    const roster = session.roster.current();
    const step = offeredSteps(roster.organisation?.ownSteps ?? []).find(({ id }) => id === stepId);
    if (step === undefined) return null;
    const hasText = LANGUAGES.some((one) => ownMailText(roster, ownStepTemplate(stepId), one) !== null);
    return ownStepAction({ id: stepId, name: stepName(step, language), writes: hasText && mayWrite });
  }, [session, stepId, language, mayWrite]);
  return spec === null ? null : <MailActionDialog spec={spec} request={request} onClose={onClose} />;
}
