import { useMemo } from 'react';
import { reminderMail } from '../../../shared/domain/interview-reminder.js';
import { isLetter } from '../../../shared/i18n/shipped-mail-text.js';
import type { TemplateKey } from '../../data/mail-templates.js';
import type { TemplatePart } from './check-template.js';
import { LetterPreview } from './letter-preview.js';
import { SmsPreview } from './sms-preview.js';
import { TemplatePreview } from './template-preview.js';
import classes from './templates-page.module.css';
import { TestMail } from './test-mail.js';
import type { TemplateFormControl } from './use-template-form.js';

interface TemplatePreviewsProps {
  readonly template: TemplateKey;
  readonly control: TemplateFormControl;
  readonly part: TemplatePart;
}

/** What is edited as it will arrive: on paper, by email, of a reminder by SMS as well. */
export function TemplatePreviews({ template: { purpose, language }, control, part }: TemplatePreviewsProps) {
  const { text, sample } = control;
  const reminder = part === 'reminder' ? text.reminder : null;
  const mail = useMemo(() => (reminder === null ? text : reminderMail(reminder)), [reminder, text]);
  if (isLetter(purpose)) return <LetterPreview language={language} text={text} sample={sample} />;
  return (
    <div className={classes['previews']}>
      <TemplatePreview
        language={language}
        text={mail}
        sample={sample}
        command={<TestMail language={language} text={mail} sample={sample} isSound={() => control.isSound(part)} />}
      />
      {reminder === null ? null : <SmsPreview language={language} sms={reminder.sms} sample={sample} />}
    </div>
  );
}
