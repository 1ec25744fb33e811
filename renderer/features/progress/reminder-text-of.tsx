import { interviewFields } from '../../../shared/domain/interview-mail.js';
import { mergeSms } from '../../../shared/domain/interview-reminder.js';
import { GENERAL_FIELDS, INTERVIEW_FIELDS, type FieldValues } from '../../../shared/domain/merge-fields.js';
import { applicantFields } from '../../../shared/domain/plan-mail.js';
import type { PlanContext, PlanProblem } from '../../../shared/domain/progress-action.js';
import type {
  ReminderFields,
  ReminderTexts,
  ShownReminder,
} from '../../../shared/domain/progress-actions/invite-reminder.js';
import { remindsByEmail, remindsBySms } from '../../../shared/domain/reminders.js';
import { templateUses, usesField } from '../../../shared/domain/rich-text-fields.js';
import type { InterviewId, Language } from '../../../shared/records/primitives.js';
import { MailTextFields } from '../../ui/mail-text/mail-text-fields.js';
import { ReminderLine } from '../../ui/reminder-line.js';
import { SmsText } from '../../ui/sms-text.js';
import classes from './invite-form.module.css';
import { ProblemLines } from './problem-lines.js';
import type { ReminderSectionProps } from './reminder-section-props.js';

export interface ReminderTextsProps extends Pick<ReminderSectionProps, 'about' | 'selection' | 'problems'> {
  readonly shown: ShownReminder;
  readonly context: PlanContext;
  readonly onText: (change: Pick<ReminderFields, 'texts'>) => void;
}

interface ReminderTextOfProps extends ReminderTextsProps {
  readonly language: Language;
  readonly onChange: (language: Language, text: ReminderTexts) => void;
}

const MAIL_FIELDS = [...GENERAL_FIELDS, ...INTERVIEW_FIELDS];

/** Subject, Contents and Signature of the mail, the text of the SMS and how long it is for the first who gets it. */
export function ReminderTextOf(props: ReminderTextOfProps) {
  const { shown, language, problems, onChange } = props;
  const text = shown.texts.get(language);
  if (text === undefined) return null;
  const ofLanguage = problems.filter((problem) => problem.language === language);
  const errorOf = (part: keyof ReminderTexts) => {
    const found = ofLanguage.filter((problem) => partsOf(problem, text).includes(part));
    return found.length === 0 ? null : <ProblemLines problems={found} />;
  };
  const set = (change: Partial<ReminderTexts>): void => {
    const { subject, contents, signature, sms } = text;
    onChange(language, { subject, contents, signature, sms, ...change });
  };
  const lines = { language, mergeFields: MAIL_FIELDS };
  return (
    <div className={classes['column']}>
      {remindsByEmail(shown.option) ? (
        <>
          <MailTextFields
            language={language}
            text={text}
            mergeFields={MAIL_FIELDS}
            errors={{ subject: errorOf('subject'), contents: errorOf('contents') }}
            onChange={({ subject, contents }) => {
              set({ subject, contents });
            }}
          />
          <ReminderLine
            {...lines}
            part="signature"
            value={text.signature}
            error={errorOf('signature')}
            onChange={(signature) => {
              set({ signature });
            }}
          />
        </>
      ) : null}
      {remindsBySms(shown.option) ? (
        <div>
          <ReminderLine
            {...lines}
            part="sms"
            value={text.sms}
            error={errorOf('sms')}
            onChange={(sms) => {
              set({ sms });
            }}
          />
          <SmsText language={language} text={mergeSms(text.sms, sampleOf(props)).text} />
        </div>
      ) : null}
    </div>
  );
}

/** What the records say of the first who reads this language. */
function sampleOf({ selection, language, about, shown, context }: ReminderTextOfProps): FieldValues {
  const applicant = selection.find(({ person }) => person.language === language);
  if (applicant === undefined) return {};
  const { type, kind, recruiterIds, minutes, place } = about;
  const startsAt = shown.slot?.startsAt ?? context.now;
  const unborn = { id: '' as InterviewId, sequence: 0, answerKey: '' };
  const interview = {
    type: type ?? ('initial' as const),
    kind,
    recruiterIds: [...recruiterIds],
    startsAt,
    minutes,
    place,
  };
  return { ...applicantFields(applicant, context), ...interviewFields({ ...interview, ...unborn }, language, context) };
}

function partsOf({ code, field }: PlanProblem, text: ReminderTexts): readonly (keyof ReminderTexts)[] {
  switch (code) {
    case 'reminder-subject-blank':
      return ['subject'];
    case 'reminder-contents-blank':
      return ['contents'];
    case 'reminder-sms-blank':
    case 'reminder-sms-unknown':
    case 'reminder-sms-unfilled':
    case 'reminder-sms-long':
      return ['sms'];
    case 'reminder-field-unknown':
    case 'reminder-field-unfilled':
    case 'reminder-field-misplaced':
      return [
        ...(templateUses(text.subject, field ?? '') ? (['subject'] as const) : []),
        ...(usesField(text.contents, field ?? '') ? (['contents'] as const) : []),
        ...(templateUses(text.signature, field ?? '') ? (['signature'] as const) : []),
      ];
    default:
      return [];
  }
}
