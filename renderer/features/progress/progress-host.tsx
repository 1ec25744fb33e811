import { closeProgress, useProgressRequestStore, type ProgressRequest } from '../../state/progress-request.js';
import { SendEmailDialog } from './send-email-dialog.js';

/** The one dialog *Further progress* of the application, opened by whoever asks: list, dossier, calendar (R3). */
export function ProgressHost() {
  const request = useProgressRequestStore((state) => state.request);
  return request === null ? null : <ProgressDialog key={request.id} request={request} />;
}

function ProgressDialog({ request }: { readonly request: ProgressRequest }) {
  switch (request.action) {
    case 'send-email':
      return <SendEmailDialog request={request} onClose={closeProgress} />;
    default:
      return null; // the picker offers no action that is not built
  }
}
