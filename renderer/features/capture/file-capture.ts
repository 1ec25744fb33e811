import type { Change } from '../../../shared/changes/change-set.js';
import {
  planCapture,
  type CaptureContext,
  type CaptureForm,
  type CaptureProblem,
} from '../../../shared/domain/capture.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import { ApplicationIdSchema, type ApplicationId, type PersonId } from '../../../shared/records/primitives.js';
import type { Saved } from '../../data/commit.js';
import { isStoreDamage } from '../../data/discard-store.js';
import type { Session } from '../../data/session.js';
import type { CaptureDraft } from './capture-draft.js';

export interface Captured {
  readonly personId: PersonId;
  readonly applicationId: ApplicationId | null;
  readonly form: CaptureForm;
  /** Null when it had been filed before this attempt already: then there is nothing to take back. */
  readonly saved: Saved | null;
}

export type CaptureSettings = Pick<CaptureContext, 'by' | 'fair' | 'retentionMonths' | 'zone' | 'readPhone'>;

/** What stopped the last attempt to save; the form keeps everything. */
export type CaptureStop =
  | { readonly kind: 'fields'; readonly problems: readonly CaptureProblem[] }
  | { readonly kind: 'cv' }
  /** The vacancy that was chosen is not open any more, or not there. */
  | { readonly kind: 'vacancy' }
  | { readonly kind: 'commit'; readonly code: ErrorCode };

/** Why a form cannot be saved as it stands; null when nothing is wrong with it. */
export function stopOf(session: Session, draft: CaptureDraft, settings: CaptureSettings): CaptureStop | null {
  const { vacancyId } = draft.form;
  if (session.isUnanswered(draft.personId)) return null; // what was handed in is asked for again, as it was
  if (vacancyId !== null && session.roster.current().vacancies.get(vacancyId)?.state !== 'open') {
    return { kind: 'vacancy' };
  }
  const plan = planOf(session, draft, settings);
  return plan.ok ? null : { kind: 'fields', problems: plan.problems };
}

/** Files a person. One form is one action: after a lost answer, saved once more, it is told what became of the first. */
export async function fileCapture(
  session: Session,
  draft: CaptureDraft,
  settings: CaptureSettings,
): Promise<Captured | CaptureStop> {
  const { personId, form } = draft;
  const plan = planOf(session, draft, settings);
  if (!plan.ok) return { kind: 'fields', problems: plan.problems };
  const isFiled = (): boolean => session.roster.current().people.has(personId);
  const changes = (): readonly Change[] => (isFiled() ? [] : plan.changes);
  try {
    const answer = await session.commit({ action: 'capture', actionId: personId, changes });
    if (answer.ok) return { personId, applicationId: applicationIn(answer.value), form, saved: answer.value };
    if (answer.code !== 'commit/empty') return { kind: 'commit', code: answer.code };
    const [application] = session.roster.current().applicationsOf(personId);
    return { personId, applicationId: application?.id ?? null, form, saved: null };
  } catch (error) {
    if (!isStoreDamage(error)) throw error;
    return { kind: 'commit', code: 'store/damaged' };
  }
}

function planOf(session: Session, { personId, form }: CaptureDraft, settings: CaptureSettings) {
  return planCapture(form, { ...settings, personId, now: session.now(), newId: () => session.newId() });
}

/** Its id was drawn by the attempt that was saved. */
function applicationIn({ changeSets }: Saved): ApplicationId | null {
  const changes = changeSets.flatMap((changeSet) => changeSet.changes);
  const created = changes.find((change) => change.kind === 'create' && change.table === 'application');
  return created === undefined ? null : ApplicationIdSchema.parse(created.id);
}
