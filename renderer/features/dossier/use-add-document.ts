import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDocument } from '../../../shared/domain/dossier-changes.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import type { Document } from '../../../shared/records/document.js';
import type { DocumentId } from '../../../shared/records/primitives.js';
import { storeFile } from '../../data/store-file.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import type { Shown } from './shown.js';

export type AddingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'storing'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly code: ErrorCode };

export interface Adding {
  readonly state: AddingState;
  readonly add: (file: File) => Promise<void>;
}

/** Stores a file and files it as a document of this dossier; *added* is said once it is saved. */
export function useAddDocument(shown: Shown, kind: Document['kind']): Adding {
  const { t } = useTranslation();
  const session = useSession();
  const [state, setState] = useState<AddingState>({ kind: 'idle' });
  const add = async (file: File): Promise<void> => {
    const { name } = file;
    setState({ kind: 'storing', name });
    const stored = await storeFile(session.host, file, shown.personId);
    if (!stored.ok) {
      setState({ kind: 'failed', name, code: stored.code });
      return;
    }
    const change = addDocument(shown, stored.value, { id: session.newId() as DocumentId, at: session.now(), kind });
    const answer = await session.commit({ action: 'add-document', changes: [change] });
    setState(answer.ok ? { kind: 'idle' } : { kind: 'failed', name, code: answer.code });
    if (!answer.ok) return void session.host.call('file.discard', { fileId: stored.value.fileId });
    showToast({
      text: t('dossier.documentSaved', { name: stored.value.name }),
      undo: () => session.undo(answer.value),
    });
  };
  return { state, add };
}
