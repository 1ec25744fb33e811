import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import { isLetter } from '../../../shared/i18n/shipped-mail-text.js';
import { sameJson } from '../../../shared/lib/json.js';
import type { Language } from '../../../shared/records/primitives.js';
import { ownMailText, templateFor, type TemplateKey } from '../../data/mail-templates.js';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../../data/use-session.js';
import { useMayEditTemplates } from '../../data/use-rights.js';
import { useShortcut } from '../../state/shortcuts.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { MailTextFields } from '../../ui/mail-text/mail-text-fields.js';
import { checkTemplate, type TemplateProblem } from './check-template.js';
import { fieldsFor, sampleOf, type Sample } from './sample-values.js';
import { LetterPreview } from './letter-preview.js';
import { TemplateBar, type Holder } from './template-bar.js';
import { TemplatePreview } from './template-preview.js';
import type { TemplateStart } from './template-start.js';
import classes from './templates-page.module.css';
import { useSaveTemplate } from './use-save-template.js';
import { useTemplateName } from './use-template-name.js';

interface TemplateFormProps extends TemplateKey {
  readonly start: TemplateStart;
}

/** One text in one language with its preview. What is typed is kept as a draft until it is saved or thrown away. */
export function TemplateForm({ start, ...template }: TemplateFormProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { purpose, language, department } = template;
  const { text: stored, holder, inherits } = useStored(template);
  const [typed, setTyped] = useState(start.draft);
  const text = typed ?? stored;
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const sample = useSample(template);
  const name = useTemplateName(purpose);
  const save = useSaveTemplate(template);
  const changed = !sameJson({ ...text }, { ...stored });
  const latest = useLatest(typed);
  const type = (next: MailText): void => {
    setTyped(next);
    setProblems([]);
    session.drafts.write(start.draftKey, { ...next });
  };
  const forget = (): void => {
    setTyped(null);
    setProblems([]);
    void session.drafts.clear(start.draftKey);
  };
  const submit = async (): Promise<void> => {
    const found = checkTemplate(text, sample);
    setProblems(found);
    if (found.length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const saved = await save(text);
    if (saved && latest.current === typed) forget(); // else somebody typed on meanwhile
  };
  const allowed = useMayEditTemplates(department);
  useShortcut(
    changed && allowed ? { keys: 'Mod+S', label: t('common.save'), scope: 'page', run: () => void submit() } : null,
  );
  const goBack = async (): Promise<void> => {
    if ((await save(null)) && latest.current === typed) forget();
  };
  const Preview = isLetter(purpose) ? LetterPreview : TemplatePreview;
  return (
    <form
      ref={form}
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={classes['columns']}>
        <div className={classes['write']}>
          <MailTextFields
            language={language}
            text={text}
            mergeFields={fieldsFor(purpose)}
            errors={useErrors(problems, language)}
            onChange={type}
          />
        </div>
        <Preview language={language} text={text} sample={sample} />
      </div>
      <TemplateBar
        template={template}
        name={name}
        changed={changed}
        holder={holder}
        inherits={inherits}
        allowed={allowed}
        onDiscard={forget}
        onGoBack={() => void goBack()}
      />
    </form>
  );
}

interface Standing {
  readonly text: MailText;
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
      return { text: templateFor(roster, translator, key), holder, inherits };
    },
    [translator, purpose, language, department],
  );
  return useRoster(select);
}

/** For what is called later than it was made. */
function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

function useErrors(problems: readonly TemplateProblem[], language: Language) {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const errorOf = (part: keyof MailText) => {
    const found = problems.filter((problem) => problem.part === part);
    if (found.length === 0) return null;
    return found.map(({ code, field }) => (
      <FieldError key={`${code} ${field ?? ''}`}>
        {t(`progress.problems.${code}`, {
          tag: `{${field ?? ''}}`,
          count: 0,
          language: languageInSentence(t(LANGUAGE_WORDS[language]), screen),
        })}
      </FieldError>
    ));
  };
  return { subject: errorOf('subject'), contents: errorOf('contents') };
}

function useSample({ purpose, language, department }: TemplateKey): Sample {
  const { i18n: translator } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  return useMemo(() => {
    const of = { purpose, language, department };
    return sampleOf({ ...of, roster: session.roster.current(), recruiterId, now: session.now(), translator });
  }, [session, recruiterId, translator, purpose, language, department]);
}
