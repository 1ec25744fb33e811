import { useEffect, useState } from 'react';
import { chosenStep } from '../../../shared/domain/action-choice.js';
import { useSync } from '../../data/use-sync.js';
import {
  closeProgress,
  closeVacancy,
  useProgressRequestStore,
  type ProgressRequest,
} from '../../state/progress-request.js';
import { AddToVacancyDialog } from './add-to-vacancy-dialog.js';
import { inviteAction } from './invite-action.js';
import { InviteAtSlot } from './invite-at-slot.js';
import { contractAction } from './contract-action.js';
import { letterAction } from './letter-action.js';
import { deleteAction, saveAction, saveAndSendAction, saveWithoutPageAction, withdrawAction } from './status-action.js';
import { forwardAction } from './forward-action.js';
import { hireAction } from './hire-action.js';
import { MailActionDialog } from './mail-action-dialog.js';
import { offerAction } from './offer-action.js';
import { OwnStepDialog } from './own-step-dialog.js';
import { panelReviewAction } from './panel-review-action.js';
import { rejectAction } from './reject-action.js';
import { sendEmailAction } from './send-email-action.js';
import { transferAction } from './transfer-action.js';

/** The one dialog *Further progress* of the application, opened by whoever asks: list, dossier, calendar (R3). */
export function ProgressHost() {
  const request = useProgressRequestStore((state) => state.request);
  const adding = useProgressRequestStore((state) => state.adding);
  if (adding !== null) return <AddToVacancyDialog people={adding} onClose={closeVacancy} />;
  return request === null ? null : <ProgressDialog key={request.id} request={request} />;
}

function ProgressDialog({ request }: { readonly request: ProgressRequest }) {
  useFocusReturn();
  switch (request.action) {
    case 'send-email':
      return <MailActionDialog spec={sendEmailAction} request={request} onClose={closeProgress} />;
    case 'invite-to-interview':
      return request.slot === null ? (
        <MailActionDialog spec={inviteAction} request={request} onClose={closeProgress} />
      ) : (
        <InviteAtSlot slot={request.slot} request={request} onClose={closeProgress} />
      );
    case 'employment-contract':
      return <MailActionDialog spec={contractAction} request={request} onClose={closeProgress} />;
    case 'reject':
      return <MailActionDialog spec={rejectAction} request={request} onClose={closeProgress} />;
    case 'withdraw':
      return <MailActionDialog spec={withdrawAction} request={request} onClose={closeProgress} />;
    case 'delete':
      return <MailActionDialog spec={deleteAction} request={request} onClose={closeProgress} />;
    case 'hire':
      return <MailActionDialog spec={hireAction} request={request} onClose={closeProgress} />;
    case 'send-offer':
      return <MailActionDialog spec={offerAction} request={request} onClose={closeProgress} />;
    case 'transfer':
      return <MailActionDialog spec={transferAction} request={request} onClose={closeProgress} />;
    case 'forward':
      return <MailActionDialog spec={forwardAction} request={request} onClose={closeProgress} />;
    case 'send-letter':
      return <MailActionDialog spec={letterAction} request={request} onClose={closeProgress} />;
    case 'save':
      return <MailActionDialog spec={saveAction} request={request} onClose={closeProgress} />;
    case 'panel-review':
      return <MailActionDialog spec={panelReviewAction} request={request} onClose={closeProgress} />;
    case 'save-and-send-credentials':
      return <SaveAndSend request={request} />;
    default: {
      const stepId = chosenStep(request.action);
      if (stepId === null) return null; // the picker offers no action that is not built
      return <OwnStepDialog stepId={stepId} request={request} onClose={closeProgress} />;
    }
  }
}

function SaveAndSend({ request }: { readonly request: ProgressRequest }) {
  const hasServer = useSync().standing !== null;
  const spec = hasServer ? saveAndSendAction : saveWithoutPageAction;
  return <MailActionDialog spec={spec} request={request} onClose={closeProgress} />;
}

/** Whoever asked has the focus again afterwards; the bar of a selection that is gone leaves it to the list. */
function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      window.setTimeout(() => {
        if (useProgressRequestStore.getState().request !== null || document.activeElement !== document.body) return;
        const here = opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : null;
        const target =
          here ?? document.querySelector<HTMLElement>('main [role="grid"]') ?? document.querySelector('main');
        target?.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
