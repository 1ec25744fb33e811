import { useRef, useState } from 'react';
import type { CaptureForm } from '../../../shared/domain/capture.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { Session } from '../../data/session.js';
import { AHEAD_KEY, DRAFT_KEY, emptyForm, hasContent, type CaptureDraft } from './capture-draft.js';

/** A form to begin with, and the next one if it was begun already. */
export interface CaptureStart extends CaptureDraft {
  readonly ahead: CaptureDraft | null;
}

/** The form on the screen, the one that is being saved, and the next one that was begun before that came to an end. */
export interface Forms {
  readonly draft: CaptureDraft;
  /** Where it stands now, whether or not the screen has followed. */
  readonly shown: () => CaptureDraft;
  readonly formOf: (personId: PersonId) => CaptureForm | null;
  /** Changes a form, on the screen or not; each change is a draft at once. */
  readonly update: (personId: PersonId, change: Partial<CaptureForm>) => void;
  /** From here until `comeBack` or `moveOn` the form on the screen is being saved. */
  readonly handIn: () => void;
  /** Shows the next form while the one that was handed in is being saved. */
  readonly showNext: () => void;
  /** The one that was handed in stands on the screen again; what was typed ahead waits. */
  readonly comeBack: () => void;
  /** The form handed in, or the one on the screen, is done with: the next one stands there and is the draft. */
  readonly moveOn: () => Promise<void>;
}

/** Holds up to two people: what is typed while one of them is being saved belongs to the next. */
export function useForms(session: Session, { ahead: begun, personId, form }: CaptureStart): Forms {
  const [draft, setDraft] = useState<CaptureDraft>({ personId, form });
  const shown = useRef(draft);
  const handedIn = useRef<CaptureDraft | null>(null);
  const ahead = useRef(begun);
  const show = (next: CaptureDraft): void => {
    shown.current = next;
    setDraft(next);
  };
  const showNext = (): void => {
    const next = ahead.current ?? { personId: session.newId() as PersonId, form: emptyForm(shown.current.form) };
    ahead.current = null;
    show(next);
  };
  const isAhead = (id: PersonId): boolean => id !== (handedIn.current ?? shown.current).personId;
  return {
    draft,
    shown: () => shown.current,
    formOf: (id) => [shown, handedIn, ahead].find(({ current }) => current?.personId === id)?.current?.form ?? null,
    update(id, change) {
      const changed = (before: CaptureDraft): CaptureDraft => ({ ...before, form: { ...before.form, ...change } });
      if (handedIn.current?.personId === id) handedIn.current = changed(handedIn.current);
      if (ahead.current?.personId === id) ahead.current = changed(ahead.current);
      if (shown.current.personId === id) show(changed(shown.current));
      const latest = [handedIn, ahead, shown].find(({ current }) => current?.personId === id)?.current;
      if (latest) void keepDraft(session, isAhead(id) ? AHEAD_KEY : DRAFT_KEY, latest);
    },
    handIn() {
      handedIn.current = shown.current;
    },
    showNext,
    comeBack() {
      if (handedIn.current !== null) {
        if (shown.current.personId !== handedIn.current.personId) ahead.current = shown.current;
        show(handedIn.current);
      }
      handedIn.current = null;
    },
    async moveOn() {
      if (handedIn.current === null || handedIn.current.personId === shown.current.personId) showNext();
      handedIn.current = null;
      await keepDraft(session, DRAFT_KEY, shown.current);
      await session.drafts.flush(); // before the other copy goes
      await session.drafts.clear(AHEAD_KEY);
    },
  };
}

async function keepDraft({ drafts }: Session, key: string, { personId, form }: CaptureDraft): Promise<void> {
  if (hasContent(form)) drafts.write(key, { personId, form: { ...form } });
  else await drafts.clear(key);
}
