import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import { isLetter } from '../../../shared/i18n/shipped-mail-text.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { TemplateKey } from '../../data/mail-templates.js';
import { useMayEditTemplates } from '../../data/use-rights.js';
import { useShortcut } from '../../state/shortcuts.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { MailTextFields } from '../../ui/mail-text/mail-text-fields.js';
import type { TemplateProblem } from './check-template.js';
import { LetterPreview } from './letter-preview.js';
import { fieldsFor } from './sample-values.js';
import { TemplateBar } from './template-bar.js';
import { TemplatePreview } from './template-preview.js';
import type { TemplateStart } from './template-start.js';
import classes from './templates-page.module.css';
import { TestMail } from './test-mail.js';
import { useTemplateForm } from './use-template-form.js';
import { useTemplateName } from './use-template-name.js';

interface TemplateFormProps extends TemplateKey {
  readonly start: TemplateStart;
}

/** One text in one language with its preview. */
export function TemplateForm({ start, ...template }: TemplateFormProps) {
  const { t } = useTranslation();
  const { purpose, language, department } = template;
  const control = useTemplateForm(template, start);
  const { text, sample, changed, checks } = control;
  const name = useTemplateName(purpose);
  const allowed = useMayEditTemplates(department);
  const errors = useErrors(control.problems, language);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (checks > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [checks]);
  const submit = (): void => void control.submit();
  useShortcut(changed && allowed ? { keys: 'Mod+S', label: t('common.save'), scope: 'page', run: submit } : null);
  return (
    <form
      ref={form}
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes['columns']}>
        <div className={classes['write']}>
          <MailTextFields
            language={language}
            text={text}
            mergeFields={fieldsFor(purpose)}
            errors={errors}
            onChange={control.type}
          />
        </div>
        {isLetter(purpose) ? (
          <LetterPreview language={language} text={text} sample={sample} />
        ) : (
          <TemplatePreview
            language={language}
            text={text}
            sample={sample}
            command={<TestMail language={language} text={text} sample={sample} isSound={control.isSound} />}
          />
        )}
      </div>
      <TemplateBar
        template={template}
        name={name}
        changed={changed}
        holder={control.holder}
        inherits={control.inherits}
        allowed={allowed}
        onDiscard={control.discard}
        onGoBack={() => void control.goBack()}
      />
    </form>
  );
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
