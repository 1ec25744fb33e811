import { create } from 'zustand';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import { success, type Result } from '../../../shared/lib/result.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { HostClient } from '../../data/host-client.js';
import type { Session, Undone } from '../../data/session.js';
import { storeFile, type FiledFile } from '../../data/store-file.js';
import { DRAFT_KEY, readDraft } from './capture-draft.js';
import type { Captured } from './file-capture.js';
import type { Saved } from '../../data/commit.js';

/** How often a form came back: one that is on the screen then reads the draft again. */
export const useReturnedForms = create<{ readonly count: number }>()(() => ({ count: 0 }));

/** What became of the form: back as it was, back without its file, or left out because somebody else is being typed. */
export type ReturnedForm = 'whole' | 'without-cv' | 'not';

/**
 * Takes a captured person back; what was typed becomes the draft again, unless another one is being typed. The file is
 * read before and stored anew, because the dossier's key goes with the dossier.
 */
export async function takeBack(
  session: Session,
  { form, saved }: Pick<Captured, 'form'> & { readonly saved: Saved },
): Promise<Result<Undone & { readonly form: ReturnedForm }, ErrorCode>> {
  const cv = form.cv === null ? null : await readFile(session.host, form.cv);
  const undone = await session.undo(saved);
  if (!undone.ok) return undone;
  if (undone.value.kept.length > 0 || (await isTyping(session))) return success({ ...undone.value, form: 'not' });
  const personId = session.newId() as PersonId; // the dossier before is gone for good
  const stored = cv === null ? null : await storeFile(session.host, cv, personId);
  const filed = stored?.ok === true ? stored.value : null;
  if (await isTyping(session)) {
    if (filed !== null) void session.host.call('file.discard', { fileId: filed.fileId });
    return success({ ...undone.value, form: 'not' });
  }
  session.drafts.write(DRAFT_KEY, { personId, form: { ...form, cv: filed } });
  useReturnedForms.setState(({ count }) => ({ count: count + 1 }));
  return success({ ...undone.value, form: form.cv !== null && filed === null ? 'without-cv' : 'whole' });
}

async function isTyping({ drafts }: Session): Promise<boolean> {
  const kept = await drafts.read(DRAFT_KEY);
  return kept.ok && readDraft(kept.value) !== null;
}

/** Null when it cannot be read any more; who adds it again is told. */
async function readFile(host: HostClient, { fileId, name, mediaType }: FiledFile): Promise<File | null> {
  try {
    const answer = await fetch(host.fileUrl(fileId));
    return answer.ok ? new File([await answer.blob()], name, { type: mediaType }) : null;
  } catch {
    return null; // the host does not answer
  }
}
