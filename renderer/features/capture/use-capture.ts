import { useRef, useState } from 'react';
import {
  planCapture,
  type CaptureContext,
  type CaptureField,
  type CaptureForm,
  type CaptureProblem,
} from '../../../shared/domain/capture.js';
import type { Change } from '../../../shared/changes/change-set.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import { ApplicationIdSchema, type ApplicationId, type PersonId } from '../../../shared/records/primitives.js';
import type { Saved } from '../../data/commit.js';
import { isStoreDamage } from '../../data/discard-store.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { DRAFT_KEY, emptyForm, hasContent, type CaptureDraft } from './capture-draft.js';
import { useCvUpload, type CvUpload } from './use-cv-upload.js';

export interface Captured {
  readonly personId: PersonId;
  readonly applicationId: ApplicationId | null;
  readonly form: CaptureForm;
  readonly saved: Saved;
}

export type CaptureSettings = Pick<CaptureContext, 'by' | 'fair' | 'retentionMonths' | 'zone' | 'readPhone'>;

/** What stopped the last attempt to save; the form keeps everything. */
export type CaptureStop =
  | { readonly kind: 'fields'; readonly problems: readonly CaptureProblem[] }
  | { readonly kind: 'cv' }
  /** The vacancy that was chosen is not open any more, or not there. */
  | { readonly kind: 'vacancy' }
  | { readonly kind: 'commit'; readonly code: ErrorCode };

export interface Capture {
  readonly personId: PersonId;
  readonly form: CaptureForm;
  readonly upload: CvUpload;
  readonly saving: boolean;
  /** The answer to the last attempt was lost. Until `save` has asked again, the form stays as it was handed in. */
  readonly unknown: boolean;
  readonly stop: CaptureStop | null;
  /** Every change is a draft at once. */
  readonly change: (change: Partial<CaptureForm>) => void;
  /** Answers the saved person, or null when something stopped it. Never two at a time. */
  readonly save: (settings: CaptureSettings) => Promise<Captured | null>;
  /** An empty form for the next person. */
  readonly next: () => void;
  readonly discard: () => void;
  readonly removeCv: () => void;
}

const UNKNOWN: CaptureStop = { kind: 'commit', code: 'commit/unknown' };

/** One person being typed: form, draft, file and saving. */
export function useCapture(start: CaptureDraft): Capture {
  const session = useSession();
  const [draft, setDraft] = useState(start);
  const [stop, setStop] = useState<CaptureStop | null>(() => (session.isUnanswered(start.personId) ? UNKNOWN : null));
  const [saving, setSaving] = useState(false);
  const latest = useRef(start); // what a key just typed is in the next save, whether or not the screen has followed
  const busy = useRef(false);
  const unknown = stop?.kind === 'commit' && stop.code === 'commit/unknown';
  const put = (next: CaptureDraft): void => {
    latest.current = next;
    setDraft(next);
  };
  const change = (change: Partial<CaptureForm>): void => {
    if (session.isUnanswered(latest.current.personId)) return;
    const { personId, form } = latest.current;
    put({ personId, form: { ...form, ...change } });
    setStop((before) => withoutFields(before, Object.keys(change)));
    keepDraft(session, latest.current);
  };
  const upload = useCvUpload(draft.personId, (cv) => {
    discardFile(session, latest.current.form);
    change({ cv });
  });
  const next = (): void => {
    upload.forget();
    setStop(null);
    put({ personId: session.newId() as PersonId, form: emptyForm(latest.current.form) });
  };
  const save = async (settings: CaptureSettings): Promise<Captured | null> => {
    if (busy.current) return null;
    busy.current = true;
    setSaving(true);
    try {
      const file = await upload.pending();
      const outcome =
        file?.ok === false ? ({ kind: 'cv' } as const) : await saveForm(session, latest.current, settings);
      if ('saved' in outcome) return outcome;
      setStop(outcome);
    } catch (error) {
      if (!isStoreDamage(error)) throw error;
      setStop({ kind: 'commit', code: 'store/damaged' });
    } finally {
      busy.current = false;
      setSaving(false);
    }
    return null;
  };
  const removeCv = (): void => {
    upload.forget();
    discardFile(session, latest.current.form);
    change({ cv: null });
  };
  const discard = (): void => {
    discardFile(session, latest.current.form);
    void session.drafts.clear(DRAFT_KEY);
    next();
  };
  return { ...draft, upload, saving, unknown, stop, change, save, next, discard, removeCv };
}

async function saveForm(
  session: Session,
  { personId, form }: CaptureDraft,
  settings: CaptureSettings,
): Promise<Captured | CaptureStop> {
  if (form.vacancyId !== null && session.roster.current().vacancies.get(form.vacancyId)?.state !== 'open') {
    return { kind: 'vacancy' };
  }
  const plan = planCapture(form, { ...settings, personId, now: session.now(), newId: () => session.newId() });
  if (!plan.ok) return { kind: 'fields', problems: plan.problems };
  // One form is one action: saved once more after a lost answer, it is answered what the first attempt became.
  const isFiled = (): boolean => session.roster.current().people.has(personId);
  const changes = (): readonly Change[] => (isFiled() ? [] : plan.changes);
  const answer = await session.commit({ action: 'capture', actionId: personId, changes });
  if (!answer.ok) return { kind: 'commit', code: answer.code === 'commit/empty' ? 'commit/settled' : answer.code };
  await session.drafts.clear(DRAFT_KEY);
  return { personId, applicationId: applicationIn(answer.value), form, saved: answer.value };
}

/** Its id was drawn by the attempt that was saved. */
function applicationIn({ changeSets }: Saved): ApplicationId | null {
  const changes = changeSets.flatMap((changeSet) => changeSet.changes);
  const created = changes.find((change) => change.kind === 'create' && change.table === 'application');
  return created === undefined ? null : ApplicationIdSchema.parse(created.id);
}

function keepDraft({ drafts }: Session, { personId, form }: CaptureDraft): void {
  if (!hasContent(form)) return void drafts.clear(DRAFT_KEY);
  drafts.write(DRAFT_KEY, { personId, form: { ...form } });
}

/** A file that nobody will file: gone at once. Should that fail, the sweep finds it. */
function discardFile({ host }: Session, { cv }: CaptureForm): void {
  if (cv !== null) void host.call('file.discard', { fileId: cv.fileId });
}

/** Being typed into, a field is no longer what is wrong. */
function withoutFields(stop: CaptureStop | null, changed: readonly string[]): CaptureStop | null {
  if (stop?.kind === 'vacancy') return changed.includes('vacancyId') ? null : stop;
  if (stop?.kind !== 'fields') return stop?.kind === 'cv' && changed.includes('cv') ? null : stop;
  const contact = changed.includes('email') || changed.includes('phone');
  const name = changed.includes('givenName') || changed.includes('familyName');
  const problems = stop.problems.filter(({ field, code }) => {
    if (code === 'contact-missing') return !contact;
    if (code === 'name-missing') return !name;
    return !changed.includes(field);
  });
  return problems.length === 0 ? null : { kind: 'fields', problems };
}

/** The problem of one field, if it has one. */
export function problemOf(stop: CaptureStop | null, field: CaptureField): CaptureProblem['code'] | null {
  return stop?.kind === 'fields' ? (stop.problems.find((problem) => problem.field === field)?.code ?? null) : null;
}
