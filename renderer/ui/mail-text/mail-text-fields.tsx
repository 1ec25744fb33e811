import { TextInput } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTemplate, type OfferedField } from '../../../shared/domain/merge-fields.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import type { Language } from '../../../shared/records/primitives.js';
import { FieldError } from '../field-error.js';
import { FieldMenu } from '../field-menu.js';
import { useFormats } from '../formats.js';
import { languageInSentence } from '../language-in-sentence.js';
import { LANGUAGE_WORDS } from '../language-words.js';
import { RichTextEditor, type RichTextHandle } from '../rich-text/rich-text-editor.js';
import classes from './mail-text-fields.module.css';

interface MailTextFieldsProps {
  readonly language: Language;
  readonly text: MailText;
  /** What is wrong with each; null where nothing is. */
  readonly errors: Readonly<Record<keyof MailText, ReactNode>>;
  /** The cursor begins here. */
  readonly first?: boolean;
  /** The merge fields that can be filled in. */
  readonly mergeFields: readonly OfferedField[];
  readonly onChange: (text: MailText) => void;
}

/** Subject and Contents in one language; a merge field goes in where the cursor was last. */
export function MailTextFields({ language, text, errors, first = false, mergeFields, onChange }: MailTextFieldsProps) {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const subject = useRef<HTMLInputElement>(null);
  const contents = useRef<RichTextHandle>(null);
  const last = useRef<keyof MailText>('contents');
  /** As Contents marks them: while they are typed. An input cannot tint its own text, so they are named below it. */
  const unknownFields = (typed: string): ReactNode => {
    const unknown = parseTemplate(typed).filter(({ kind }) => kind === 'unknown');
    if (unknown.length === 0) return null;
    const inWords = languageInSentence(t(LANGUAGE_WORDS[language]), screen);
    return unknown.map((part, at) => (
      <FieldError key={at}>
        {t('progress.problems.field-unknown', { tag: 'tag' in part ? part.tag : '', language: inWords })}
      </FieldError>
    ));
  };
  const insert = (tag: string): void => {
    if (last.current === 'contents') {
      contents.current?.insert(tag);
      return;
    }
    const input = subject.current;
    if (input === null) return;
    const start = input.selectionStart ?? input.value.length;
    const end = input.selectionEnd ?? start;
    onChange({ ...text, subject: `${input.value.slice(0, start)}${tag}${input.value.slice(end)}` });
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(start + tag.length, start + tag.length);
    });
  };
  return (
    <div className={classes['fields']}>
      <TextInput
        ref={subject}
        label={t('progress.subject')}
        lang={language}
        spellCheck
        data-autofocus={first || undefined}
        value={text.subject}
        error={errors.subject ?? unknownFields(text.subject)}
        onFocus={() => {
          last.current = 'subject';
        }}
        onChange={({ currentTarget }) => {
          onChange({ ...text, subject: currentTarget.value });
        }}
      />
      <FieldMenu
        label={t('progress.insertField')}
        fields={mergeFields.map((name) => ({ name, label: t(`progress.fields.${name}`) }))}
        onInsert={insert}
      />
      <RichTextEditor
        ref={contents}
        label={t('progress.contents')}
        language={language}
        value={text.contents}
        mergeFields={mergeFields}
        error={errors.contents}
        onFocus={() => {
          last.current = 'contents';
        }}
        onChange={(value) => {
          onChange({ ...text, contents: value });
        }}
      />
    </div>
  );
}
