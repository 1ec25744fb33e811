import { closeErasure, useErasureRequestStore } from '../../state/erasure-request.js';
import { EraseApplicationsDialog } from './erase-applications-dialog.js';
import { ErasePeopleDialog } from './erase-people-dialog.js';

/** Deletes permanently what is asked for, wherever it is asked (R16, C23). */
export function ErasureHost() {
  const request = useErasureRequestStore((state) => state.request);
  if (request === null) return null;
  if (request.kind === 'applications') {
    return <EraseApplicationsDialog chosen={request.applications} onClose={closeErasure} />;
  }
  return <ErasePeopleDialog people={request.people} onClose={closeErasure} />;
}
