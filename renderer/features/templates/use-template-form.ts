import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sameJson } from '../../../shared/lib/json.js';
import type { MailTemplateText } from '../../../shared/records/mail-template.js';
import { ownMailText, wholeTemplate, type TemplateKey } from '../../data/mail-templates.js';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { checkTemplate, type TemplatePart, type TemplateProblem } from './check-template.js';
import { sampleOf, type Sample } from './sample-values.js';
import type { Holder } from './template-bar.js';
import type { TemplateStart } from './template-start.js';
import { useSaveTemplate } from './use-save-template.js';

export interface TemplateFormControl {
  readonly text: MailTemplateText;
  readonly sample: Sample;
  readonly changed: boolean;
  readonly problems: readonly TemplateProblem[];
  /** How often something was found wrong: the cursor goes there then, and not while it is being put right. */
  readonly checks: number;
  readonly holder: Holder;
  readonly inherits: Standing['inherits'];
  readonly type: (text: MailTemplateText) => void;
  readonly discard: () => void;
  /** Says what is wrong beside its field, of one part or of all; whether nothing is. */
  readonly isSound: (part?: TemplatePart) => boolean;
  readonly submit: () => Promise<void>;
  readonly goBack: () => Promise<void>;
}

/** A text as it is typed: kept as a draft until it is saved or thrown away. */
export function useTemplateForm(template: TemplateKey, start: TemplateStart): TemplateFormControl {
  const session = useSession();
  const { text: stored, holder, inherits } = useStored(template);
  const [typed, setTyped] = useState(start.draft);
  // What was typed before there were reminders has none of its own.
  const text = useMemo(
    () => (typed === null ? stored : { ...typed, reminder: typed.reminder ?? stored.reminder }),
    [typed, stored],
  );
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([]);
  const [checks, setChecks] = useState(0);
  const sample = useSample(template);
  const save = useSaveTemplate(template);
  const latest = useLatest(typed);
  const forget = (): void => {
    setTyped(null);
    setProblems([]);
    void session.drafts.clear(start.draftKey);
  };
  const isSound = (part?: TemplatePart): boolean => {
    const found = checkTemplate(text, sample).filter((one) => part === undefined || one.part === part);
    setProblems(found);
    if (found.length === 0) return true;
    setChecks((before) => before + 1);
    return false;
  };
  const keep = async (kept: MailTemplateText | null): Promise<void> => {
    if ((await save(kept)) && latest.current === typed) forget(); // else somebody typed on meanwhile
  };
  return {
    text,
    sample,
    changed: !sameJson({ ...text }, { ...stored }),
    problems,
    checks,
    holder,
    inherits,
    type: (next) => {
      setTyped(next);
      setProblems([]);
      session.drafts.write(start.draftKey, { ...next });
    },
    discard: forget,
    isSound,
    submit: async () => {
      if (isSound()) await keep(text);
    },
    goBack: () => keep(null),
  };
}

interface Standing {
  readonly text: MailTemplateText;
  readonly holder: Holder;
  /** Whose text it would be without one here. */
  readonly inherits: 'organisation' | 'shipped';
}

/** Read as it stands: undo, too, changes what is stored under a text that is being typed, and never that text. */
function useStored({ purpose, language, department }: TemplateKey): Standing {
  const { i18n: translator } = useTranslation();
  const select = useCallback(
    (roster: Roster): Standing => {
      const key = { purpose, language, department };
      const isAll = department === '' || ownMailText(roster, { ...key, department: '' }) === null;
      const inherits = isAll ? 'shipped' : 'organisation';
      const holder = ownMailText(roster, key) === null ? inherits : 'own';
      return { text: wholeTemplate(roster, translator, key), holder, inherits };
    },
    [translator, purpose, language, department],
  );
  return useRoster(select);
}

function useSample({ purpose, language, department }: TemplateKey): Sample {
  const { i18n: translator } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  const hasPages = useSync().standing !== null;
  return useMemo(() => {
    const of = { purpose, language, department, hasPages };
    return sampleOf({ ...of, roster: session.roster.current(), recruiterId, now: session.now(), translator });
  }, [session, recruiterId, translator, purpose, language, department, hasPages]);
}

/** For what is called later than it was made. */
function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
