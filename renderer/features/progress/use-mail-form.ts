import { useEffect, useMemo, useState } from 'react';
import type { MailText, MailTexts } from '../../../shared/domain/plan-mail.js';
import type { Selection } from '../../../shared/domain/progress-action.js';
import type { MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import type { ApplicationId, Language } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import type { MailAction } from './mail-action.js';
import { languagesRead } from './languages-read.js';
import { draftKey, readDraft, writeDraft, type MailForm } from './mail-form.js';
import { planContext, type PlanMeans } from './plan-context.js';
import { ofAll, ofTheLanguage, useBegunTexts, type BegunText } from './use-begun-texts.js';
import type { MailDesk } from './use-mail-desk.js';

export interface MailFormControl {
  readonly form: MailForm;
  /** What each language begins with. */
  readonly begun: ReadonlyMap<Language, BegunText>;
  /** The texts are those of a draft that was kept. */
  readonly restored: boolean;
  /** A text was edited, and then the fields asked for another template: what was written stays until it is given up. */
  readonly ofAnotherTemplate: boolean;
  readonly setFrom: (from: MailForm['from']) => void;
  readonly setText: (language: Language, text: MailText) => void;
  readonly setLeftOut: (language: Language, leftOut: boolean) => void;
  readonly setTicked: (applicationIds: readonly ApplicationId[], ticked: boolean) => void;
  /** C26: for somebody whom the action leaves out unless it is asked to take them. */
  readonly tickIn: (applicationId: ApplicationId) => void;
  /** Throws the texts that were written away and begins with the template. */
  readonly startOver: () => void;
  readonly clearDraft: () => void;
  /** Keeps what was written as a draft again, after what was done with it was taken back. */
  readonly keepDraft: () => void;
}

export interface ActionFormControl<Fields> extends MailFormControl {
  readonly fields: Fields;
  readonly template: MailTemplate | null;
  /** How many are written to in each language. */
  readonly languages: ReadonlyMap<Language, number>;
  readonly setFields: (change: Partial<Fields>) => void;
}

interface FormState<Fields> {
  readonly mail: MailForm;
  readonly fields: Fields;
  readonly editedFrom: string | null;
  /** The texts are those of a draft that was kept. */
  readonly restored: boolean;
  /** Something was typed: only then there is a draft to keep. */
  readonly touched: boolean;
}

/**
 * The form of an action: its own fields, and the mail prefilled in every language, kept as typed. A text that nobody
 * edited is that of the template the fields ask for. Null until the sender and a kept draft are known.
 */
export function useMailForm<Fields extends object>(
  spec: MailAction<Fields>,
  selection: Selection,
  possible: Selection,
  desk: MailDesk | null,
  means: PlanMeans,
): ActionFormControl<Fields> | null {
  const { state, setState, type, draft } = useKeptForm(spec, selection, desk, means);
  const template = state === null ? null : (spec.template?.(state.fields) ?? null);
  const written = state?.fields ?? null;
  const languages = useMemo(
    () => (written === null ? NOBODY : languagesRead(spec, written, possible)),
    [spec, written, possible],
  );
  const ofWhom = spec.audience === undefined ? ofTheLanguage : ofAll;
  const begun = useBegunTexts(template, languages, possible, ofWhom);
  const form = useFullForm(state?.mail ?? null, begun);
  if (state === null || form === null) return null;
  const { mail, fields, editedFrom } = state;
  const choose = (part: Partial<MailForm>): void => {
    type({ ...state, mail: { ...mail, ...part } });
  };
  return {
    form,
    fields,
    template,
    languages,
    begun,
    restored: state.restored,
    ofAnotherTemplate: editedFrom !== null && editedFrom !== template,
    setFields: (part) => {
      type({ ...state, fields: { ...fields, ...part } });
    },
    setFrom: (from) => {
      choose({ from });
    },
    setText: (language, text) => {
      const texts = { ...mail.texts, [language]: text };
      type({ ...state, mail: { ...mail, texts }, editedFrom: editedFrom ?? template });
    },
    setLeftOut: (language, leftOut) => {
      choose({ leftOut: withMember(mail.leftOut, [language], leftOut) });
    },
    setTicked: (applicationIds, ticked) => {
      choose({ unticked: withMember(mail.unticked, applicationIds, !ticked) });
    },
    tickIn: (applicationId) => {
      choose({ tickedIn: withMember(mail.tickedIn, [applicationId], true) });
    },
    startOver: () => {
      setState({ ...state, mail: { ...mail, texts: {} }, editedFrom: null, restored: false, touched: false });
      draft.clear();
    },
    clearDraft: draft.clear,
    keepDraft: () => {
      if (state.touched) draft.keep(state);
    },
  };
}

const NOBODY: ReadonlyMap<Language, number> = new Map();
const NO_DRAFT = { texts: {}, editedFrom: null, fields: null, choices: null } as const;

/** The form as it is filled in, beginning with a kept draft; `type` keeps it again. */
function useKeptForm<Fields extends object>(
  spec: MailAction<Fields>,
  selection: Selection,
  desk: MailDesk | null,
  means: PlanMeans,
) {
  const [begunWith] = useState(means);
  const session = useSession();
  const [asked] = useState(selection);
  const key = draftKey(spec.step?.id ?? spec.action.id, asked);
  const [state, setState] = useState<FormState<Fields> | null>(null);
  useEffect(() => {
    if (desk === null) return undefined;
    let wanted = true;
    void session.drafts.read(key).then((answer) => {
      if (!wanted) return;
      const draft = answer.ok ? readDraft(answer.value, spec.draft, asked) : null;
      const { texts, editedFrom, fields, choices } = draft ?? NO_DRAFT;
      const context = planContext(session, desk, begunWith);
      const nobody: ReadonlySet<ApplicationId> = new Set();
      const begun: FormState<Fields> = {
        mail: { from: context.mail.from, leftOut: new Set(), unticked: nobody, ...choices, texts, tickedIn: nobody },
        fields: fields ?? spec.begin(asked, context),
        editedFrom,
        restored: Object.keys(texts).length > 0,
        touched: draft !== null,
      };
      setState((before) => before ?? begun);
    });
    return () => {
      wanted = false;
    };
  }, [session, key, desk, spec, asked, begunWith]);
  const draft = {
    keep: ({ mail, editedFrom, fields }: FormState<Fields>): void => {
      session.drafts.write(key, writeDraft({ texts: mail.texts, editedFrom, fields, choices: mail }, asked));
    },
    clear: (): void => void session.drafts.clear(key),
  };
  const type = (typed: FormState<Fields>): void => {
    setState({ ...typed, touched: true });
    draft.keep(typed);
  };
  return { state, setState, type, draft };
}

/** With the template's text in every language that somebody reads and nobody edited. */
function useFullForm(written: MailForm | null, begun: ReadonlyMap<Language, BegunText>): MailForm | null {
  return useMemo(() => {
    if (written === null || begun.size === 0) return written;
    const texts: MailTexts = Object.fromEntries([...begun].map(([language, { text }]) => [language, text]));
    return { ...written, texts: { ...texts, ...written.texts } };
  }, [written, begun]);
}

function withMember<Member>(
  set: ReadonlySet<Member>,
  members: readonly Member[],
  inside: boolean,
): ReadonlySet<Member> {
  const next = new Set(set);
  for (const member of members) {
    if (inside) next.add(member);
    else next.delete(member);
  }
  return next;
}
