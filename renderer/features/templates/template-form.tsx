import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isInvitation } from '../../../shared/i18n/shipped-mail-text.js';
import type { TemplateKey } from '../../data/mail-templates.js';
import { useMayEditTemplates } from '../../data/use-rights.js';
import { useShortcut } from '../../state/shortcuts.js';
import { MailTextFields } from '../../ui/mail-text/mail-text-fields.js';
import { Segmented } from '../../ui/segmented.js';
import type { TemplatePart } from './check-template.js';
import { ReminderFields } from './reminder-fields.js';
import { fieldsFor } from './sample-values.js';
import { TemplateBar } from './template-bar.js';
import { TemplatePreviews } from './template-previews.js';
import type { TemplateStart } from './template-start.js';
import classes from './templates-page.module.css';
import { useProblemWords } from './use-problem-words.js';
import { useTemplateForm, type TemplateFormControl } from './use-template-form.js';
import { useTemplateName } from './use-template-name.js';

interface TemplateFormProps extends TemplateKey {
  readonly start: TemplateStart;
}

/** One text in one language with its preview; of an invitation, its reminder too. */
export function TemplateForm({ start, ...template }: TemplateFormProps) {
  const { t } = useTranslation();
  const { purpose, department } = template;
  const control = useTemplateForm(template, start);
  const { changed, checks, problems } = control;
  const [part, setPart] = useState<TemplatePart>('mail');
  const [shown, setShown] = useState(checks);
  if (shown !== checks) {
    setShown(checks);
    if (problems.every((problem) => problem.part !== part)) setPart(problems[0]?.part ?? part);
  }
  const name = useTemplateName(purpose);
  const allowed = useMayEditTemplates(department);
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
      <div className={classes['columns']} data-part={part}>
        <div className={classes['write']}>
          {isInvitation(purpose) ? <Parts part={part} onChange={setPart} /> : null}
          <PartFields template={template} control={control} part={part} />
        </div>
        <TemplatePreviews template={template} control={control} part={part} />
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

interface PartsProps {
  readonly part: TemplatePart;
  readonly onChange: (part: TemplatePart) => void;
}

function Parts({ part, onChange }: PartsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['parts']}>
      <Segmented
        label={t('templates.parts')}
        hideLabel
        value={part}
        options={[
          { value: 'mail', label: t('templates.invitation') },
          { value: 'reminder', label: t('interview.reminder') },
        ]}
        onChange={onChange}
      />
    </div>
  );
}

interface PartFieldsProps {
  readonly template: TemplateKey;
  readonly control: TemplateFormControl;
  readonly part: TemplatePart;
}

function PartFields({ template: { purpose, language }, control, part }: PartFieldsProps) {
  const { text, problems, type } = control;
  const errorOf = useProblemWords(problems, 'mail', language);
  const { reminder } = text;
  const mergeFields = fieldsFor(purpose);
  if (part === 'reminder' && reminder !== null) {
    return (
      <ReminderFields
        reminder={reminder}
        language={language}
        mergeFields={mergeFields}
        problems={problems}
        onChange={(next) => {
          type({ ...text, reminder: next });
        }}
      />
    );
  }
  return (
    <MailTextFields
      language={language}
      text={text}
      mergeFields={mergeFields}
      errors={{ subject: errorOf('subject'), contents: errorOf('contents') }}
      onChange={({ subject, contents }) => {
        type({ ...text, subject, contents });
      }}
    />
  );
}
