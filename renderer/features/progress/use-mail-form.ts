import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../../../shared/domain/progress-action.js';
import type { MailText, MailTexts } from '../../../shared/domain/plan-mail.js';
import { shippedMailText } from '../../../shared/i18n/shipped-mail-text.js';
import type { ApplicationId, Language } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { draftKey, readDraft, writeDraft, type MailForm } from './mail-form.js';

export interface MailFormControl {
  readonly form: MailForm;
  /** The texts are those of a draft that was kept. */
  readonly restored: boolean;
  readonly setFrom: (from: MailForm['from']) => void;
  readonly setText: (language: Language, text: MailText) => void;
  readonly setLeftOut: (language: Language, leftOut: boolean) => void;
  readonly setTicked: (applicationIds: readonly ApplicationId[], ticked: boolean) => void;
  /** Throws the draft away and begins with the shipped texts. */
  readonly startOver: () => void;
  readonly clearDraft: () => void;
  /** Keeps the texts as a draft again, after what was written with them was taken back. */
  readonly keepDraft: () => void;
}

/** The form *Send email*: prefilled in every language, kept as typed. Null until the sender and a kept draft are known. */
export function useMailForm(
  selection: Selection,
  languages: readonly Language[],
  from: MailForm['from'] | null,
): MailFormControl | null {
  const { i18n } = useTranslation();
  const session = useSession();
  const key = draftKey(selection);
  const [form, setForm] = useState<MailForm | null>(null);
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    if (from === null) return undefined;
    let wanted = true;
    void session.drafts.read(key).then((answer) => {
      if (!wanted) return;
      const draft = answer.ok ? readDraft(answer.value) : null;
      setRestored(draft !== null);
      setForm((before) => before ?? { from, texts: draft ?? {}, leftOut: new Set(), unticked: new Set() });
    });
    return () => {
      wanted = false;
    };
  }, [session, key, from]);
  if (form === null) return null;
  const shipped = Object.fromEntries(
    languages.map((language) => [language, shippedMailText(i18n, 'send-email', language)]),
  ) as MailTexts;
  const full: MailForm = { ...form, texts: { ...shipped, ...form.texts } };
  const change = (part: Partial<MailForm>): void => {
    setForm((before) => (before === null ? null : { ...before, ...part }));
  };
  return {
    form: full,
    restored,
    setFrom: (next) => {
      change({ from: next });
    },
    setText: (language, text) => {
      const texts = { ...form.texts, [language]: text };
      change({ texts });
      session.drafts.write(key, writeDraft(texts));
    },
    setLeftOut: (language, leftOut) => {
      change({ leftOut: withMember(form.leftOut, [language], leftOut) });
    },
    setTicked: (applicationIds, ticked) => {
      change({ unticked: withMember(form.unticked, applicationIds, !ticked) });
    },
    startOver: () => {
      change({ texts: {} });
      setRestored(false);
      void session.drafts.clear(key);
    },
    clearDraft: () => void session.drafts.clear(key),
    keepDraft: () => {
      if (Object.keys(form.texts).length > 0) session.drafts.write(key, writeDraft(form.texts));
    },
  };
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
