import { useRef, useState } from 'react';
import type { CaptureField, CaptureForm, CaptureProblem } from '../../../shared/domain/capture.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { hasContent } from './capture-draft.js';
import { fileCapture, stopOf, type Captured, type CaptureSettings, type CaptureStop } from './file-capture.js';
import { useCvUpload, type CvUpload } from './use-cv-upload.js';
import { useForms, type CaptureStart, type Forms } from './use-forms.js';

/** Where to go once the person is saved. */
export type CaptureThen = 'next' | 'open';

export interface Capture {
  readonly personId: PersonId;
  readonly form: CaptureForm;
  readonly upload: CvUpload;
  readonly saving: boolean;
  /** The answer to the last attempt was lost: only asking again goes on from here. */
  readonly unknown: boolean;
  /** The form on the screen is being saved, or may be saved: it stays as it was handed in. */
  readonly held: boolean;
  readonly stop: CaptureStop | null;
  /** Every change is a draft at once. */
  readonly change: (change: Partial<CaptureForm>) => void;
  /**
   * Answers the saved person, `stopped` when the form stands there again, `busy` when the one before must come to its end
   * first. With `next` the next form is there at once (`onNext`), so that nothing typed meanwhile goes to the one before.
   */
  readonly save: (settings: CaptureSettings, then: CaptureThen, onNext: () => void) => Promise<SaveOutcome>;
  readonly discard: () => void;
  readonly removeCv: () => void;
}

export type SaveOutcome = Captured | 'stopped' | 'busy';

const UNKNOWN: CaptureStop = { kind: 'commit', code: 'commit/unknown' };

/** One person being typed, and the one before being saved: forms, drafts, file and saving. */
export function useCapture(start: CaptureStart): Capture {
  const session = useSession();
  const forms = useForms(session, start);
  const [stop, setStop] = useState<CaptureStop | null>(() => (session.isUnanswered(start.personId) ? UNKNOWN : null));
  const update = (personId: PersonId, change: Partial<CaptureForm>): void => {
    forms.update(personId, change);
    if (forms.shown().personId === personId) setStop((before) => withoutFields(before, Object.keys(change)));
  };
  const upload = useCvUpload(forms.draft.personId, (personId, cv) => {
    discardFile(session, forms.formOf(personId));
    update(personId, { cv });
  });
  const { saving, frozen, save } = useSaving(forms, upload, setStop);
  const change = (change: Partial<CaptureForm>): void => {
    const { personId } = forms.shown();
    if (!frozen.current && !session.isUnanswered(personId)) update(personId, change);
  };
  const dropFile = (): void => {
    const { personId, form } = forms.shown();
    upload.forget(personId);
    discardFile(session, form);
  };
  const removeCv = (): void => {
    dropFile();
    change({ cv: null });
  };
  const discard = (): void => {
    dropFile();
    setStop(null);
    void forms.moveOn();
  };
  const unknown = stop?.kind === 'commit' && stop.code === 'commit/unknown';
  const held = unknown || saving === 'held';
  return { ...forms.draft, upload, saving: saving !== null, unknown, held, stop, change, save, discard, removeCv };
}

function useSaving(forms: Forms, upload: CvUpload, setStop: (stop: CaptureStop | null) => void) {
  const session = useSession();
  const [saving, setSaving] = useState<'ahead' | 'held' | null>(null);
  const frozen = useRef(false); // what a key just did counts, whether or not the screen has followed
  const takeTurn = useTurns();
  const fileNow = async (settings: CaptureSettings, then: CaptureThen, onNext: () => void): Promise<SaveOutcome> => {
    const handed = forms.shown();
    const { personId } = handed;
    const asked = session.isUnanswered(personId);
    const problem = stopOf(session, handed, settings);
    setStop(problem ?? (asked ? UNKNOWN : null));
    if (problem !== null) return 'stopped';
    const file = upload.handOver(personId);
    forms.handIn();
    frozen.current = then === 'open' || asked;
    setSaving(frozen.current ? 'held' : 'ahead');
    if (!frozen.current) {
      forms.showNext();
      onNext();
    }
    let outcome: Captured | CaptureStop | null = null;
    try {
      const stored = await file; // it is in the form from here
      const form = forms.formOf(personId) ?? handed.form;
      outcome = stored?.ok === false ? { kind: 'cv' } : await fileCapture(session, { personId, form }, settings);
    } finally {
      frozen.current = false;
      setSaving(null);
      if (outcome === null || 'kind' in outcome) forms.comeBack();
    }
    if ('kind' in outcome) {
      setStop(outcome);
      return 'stopped';
    }
    if (forms.shown().personId === personId) setStop(null);
    upload.forget(personId);
    await forms.moveOn();
    return outcome;
  };
  const save: Capture['save'] = async (settings, then, onNext) => {
    const mayWait = !frozen.current && hasContent(forms.shown().form); // an empty form is a key pressed twice
    return await takeTurn(mayWait, () => fileNow(settings, then, onNext));
  };
  return { saving, frozen, save };
}

/** One save after the other. Who is faster than the disk may wait for the one before, a single time. */
function useTurns() {
  const running = useRef<Promise<SaveOutcome>>(null);
  const queued = useRef(false);
  return async (mayWait: boolean, work: () => Promise<SaveOutcome>): Promise<SaveOutcome> => {
    if (running.current !== null) {
      if (queued.current || !mayWait) return 'busy';
      queued.current = true;
      const before = await running.current.finally(() => (queued.current = false));
      if (before === 'stopped') return 'busy';
    }
    running.current = work().finally(() => (running.current = null));
    return await running.current;
  };
}

/** A file that nobody will file: gone at once. Should that fail, the sweep finds it. */
function discardFile({ host }: Session, form: CaptureForm | null): void {
  if (form?.cv) void host.call('file.discard', { fileId: form.cv.fileId });
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
