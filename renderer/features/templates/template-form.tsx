import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { isLetter, shippedMailText, type MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { sameJson } from '../../../shared/lib/json.js';
import type { Language } from '../../../shared/records/primitives.js';
import { ownMailText, saveTemplate } from '../../data/mail-templates.js';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../../data/use-session.js';
import { useHasRight } from '../../data/use-rights.js';
import { useShortcut } from '../../state/shortcuts.js';
import { showToast } from '../../state/ui-store.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { MailTextFields } from '../../ui/mail-text/mail-text-fields.js';
import { checkTemplate, type TemplateProblem } from './check-template.js';
import { fieldsFor, sampleOf, type Sample } from './sample-values.js';
import { LetterPreview } from './letter-preview.js';
import { TemplatePreview } from './template-preview.js';
import type { TemplateStart } from './template-start.js';
import classes from './templates-page.module.css';
import { useTemplateName } from './use-template-name.js';

interface TemplateFormProps {
  readonly purpose: MailTemplate;
  readonly language: Language;
  readonly start: TemplateStart;
}

/** One text in one language with its preview. What is typed is kept as a draft until it is saved or thrown away. */
export function TemplateForm({ purpose, language, start }: TemplateFormProps) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const findOwn = useCallback((roster: Roster) => ownMailText(roster, purpose, language), [purpose, language]);
  const shipped = useMemo(() => shippedMailText(i18n, purpose, language), [i18n, purpose, language]);
  // Read as it stands: undo, too, changes what is stored under a text that is being typed, and never that text.
  const stored = useRoster(findOwn) ?? shipped;
  const [typed, setTyped] = useState(start.draft);
  const text = typed ?? stored;
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const sample = useSample(purpose, language);
  const name = useTemplateName(purpose);
  const save = useSave(purpose, language);
  const changed = !sameJson({ ...text }, { ...stored });
  const isShipped = sameJson({ ...stored }, { ...shipped });
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
    const saved = await save(text, 'saved');
    if (saved && latest.current === typed) forget(); // else somebody typed on meanwhile
  };
  const allowed = useHasRight('administer');
  useShortcut(
    changed && allowed ? { keys: 'Mod+S', label: t('common.save'), scope: 'page', run: () => void submit() } : null,
  );
  const goBack = async (): Promise<void> => {
    if ((await save(null, 'wentBack')) && latest.current === typed) forget();
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
        purpose={purpose}
        name={name}
        changed={changed}
        isShipped={isShipped}
        onDiscard={forget}
        onGoBack={() => void goBack()}
      />
    </form>
  );
}

interface TemplateBarProps {
  readonly purpose: MailTemplate;
  readonly name: string;
  readonly changed: boolean;
  readonly isShipped: boolean;
  readonly onDiscard: () => void;
  readonly onGoBack: () => void;
}

/** How the text stands, and what can be done with it; who may not administer reads why nothing can (C19). */
function TemplateBar({ purpose, name, changed, isShipped, onDiscard, onGoBack }: TemplateBarProps) {
  const { t } = useTranslation();
  const allowed = useHasRight('administer');
  return (
    <DockedBar label={name}>
      <p className={classes['note']} role="status">
        {allowed
          ? t(changed ? 'templates.isUnsaved' : standingWords(purpose, isShipped))
          : t('settings.onlyAdministrators')}
      </p>
      <span className={classes['end']} />
      {changed ? (
        <Button variant="subtle" onClick={onDiscard}>
          {t('templates.discard')}
        </Button>
      ) : null}
      {isShipped || changed || !allowed ? null : <Button onClick={onGoBack}>{t('templates.back')}</Button>}
      <Button type="submit" variant="filled" disabled={!changed || !allowed}>
        {t('common.save')}
      </Button>
    </DockedBar>
  );
}

function standingWords(purpose: MailTemplate, isShipped: boolean) {
  if (isLetter(purpose)) return isShipped ? 'templates.isShippedLetter' : 'templates.isOwnLetter';
  return isShipped ? 'templates.isShipped' : 'templates.isOwn';
}

/** For what is called later than it was made. */
function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Saves, says so, and offers the way back; answers whether it is done. */
function useSave(purpose: MailTemplate, language: Language) {
  const { t } = useTranslation();
  const session = useSession();
  const { language: screen } = useFormats();
  const name = useTemplateName(purpose);
  return async (text: MailText | null, word: 'saved' | 'wentBack'): Promise<boolean> => {
    const saved = await saveTemplate(session, purpose, language, text);
    if (!saved.ok) {
      if (saved.code === 'commit/empty') return true;
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return false;
    }
    showToast({
      text: t(`templates.${word}`, { name, language: languageInSentence(t(LANGUAGE_WORDS[language]), screen) }),
      undo: () => session.undo(saved.value),
    });
    return true;
  };
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

function useSample(purpose: MailTemplate, language: Language): Sample {
  const { i18n: translator } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  return useMemo(
    () =>
      sampleOf({ purpose, language, roster: session.roster.current(), recruiterId, now: session.now(), translator }),
    [session, recruiterId, translator, purpose, language],
  );
}
