import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedField } from '../../../shared/domain/merge-fields.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { shippedMailText, type MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { sameJson } from '../../../shared/lib/json.js';
import type { Language } from '../../../shared/records/primitives.js';
import { saveTemplate } from '../../data/mail-templates.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { MailTextFields } from '../../ui/mail-text/mail-text-fields.js';
import { checkTemplate, type TemplateProblem } from './check-template.js';
import { fieldsFor, sampleValues } from './sample-values.js';
import { TemplatePreview } from './template-preview.js';
import type { TemplateStart } from './template-start.js';
import classes from './templates-page.module.css';

interface TemplateFormProps {
  readonly purpose: MailTemplate;
  readonly language: Language;
  readonly start: TemplateStart;
}

/** One text in one language with its preview. What is typed is kept as a draft until it is saved or thrown away. */
export function TemplateForm({ purpose, language, start }: TemplateFormProps) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const [stored, setStored] = useState(start.stored);
  const [text, setText] = useState(start.draft ?? start.stored);
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const values = useSampleValues(purpose, language);
  const save = useSave(purpose, language);
  const shipped = useMemo(() => shippedMailText(i18n, purpose, language), [i18n, purpose, language]);
  const changed = !sameJson({ ...text }, { ...stored });
  const isShipped = sameJson({ ...stored }, { ...shipped });
  const type = (next: MailText): void => {
    setText(next);
    setProblems([]);
    session.drafts.write(start.draftKey, { ...next });
  };
  const put = (next: MailText): void => {
    setText(next);
    setStored(next);
    setProblems([]);
    void session.drafts.clear(start.draftKey);
  };
  const submit = async (): Promise<void> => {
    const found = checkTemplate(text, values);
    setProblems(found);
    if (found.length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    } else if (await save(text, 'saved', put, stored)) put(text);
  };
  const goBack = async (): Promise<void> => {
    if (await save(null, 'wentBack', put, stored)) put(shipped);
  };
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
        <TemplatePreview language={language} text={text} values={values} />
      </div>
      <DockedBar label={t(`templates.names.${purpose}`)}>
        <p className={classes['note']} role="status">
          {t(changed ? 'templates.isUnsaved' : isShipped ? 'templates.isShipped' : 'templates.isOwn')}
        </p>
        <span className={classes['end']} />
        {changed ? (
          <Button
            variant="subtle"
            onClick={() => {
              put(stored);
            }}
          >
            {t('templates.discard')}
          </Button>
        ) : null}
        {isShipped ? null : <Button onClick={() => void goBack()}>{t('templates.back')}</Button>}
        <Button type="submit" variant="filled" disabled={!changed}>
          {t('common.save')}
        </Button>
      </DockedBar>
    </form>
  );
}

/** Saves, says so, and offers the way back; answers whether it is done. */
function useSave(purpose: MailTemplate, language: Language) {
  const { t } = useTranslation();
  const session = useSession();
  const { language: screen } = useFormats();
  return async (
    text: MailText | null,
    word: 'saved' | 'wentBack',
    onUndone: (before: MailText) => void,
    before: MailText,
  ): Promise<boolean> => {
    const saved = await saveTemplate(session, purpose, language, text);
    if (!saved.ok) {
      if (saved.code === 'commit/empty') return true;
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return false;
    }
    const name = t(`templates.names.${purpose}`);
    showToast({
      text: t(`templates.${word}`, { name, language: languageInSentence(t(LANGUAGE_WORDS[language]), screen) }),
      undo: async () => {
        const answer = await session.undo(saved.value);
        if (answer.ok) onUndone(before);
        return answer;
      },
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

function useSampleValues(purpose: MailTemplate, language: Language) {
  const { i18n } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  return useMemo(() => {
    const current = session.roster.current();
    const recruiter = [...current.recruiters.values()].find(({ id }) => id === recruiterId)?.name ?? '';
    const t = i18n.getFixedT(language);
    const wordOf = (field: OfferedField): string => t(`progress.fields.${field}`);
    return sampleValues({ purpose, language, roster: current, recruiter, now: session.now(), wordOf });
  }, [session, recruiterId, i18n, purpose, language]);
}
