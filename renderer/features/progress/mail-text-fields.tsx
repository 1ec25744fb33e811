import { Menu, Textarea, TextInput } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MERGE_FIELDS, type MergeField } from '../../../shared/domain/merge-fields.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import type { ApplicationId, Language } from '../../../shared/records/primitives.js';
import { tagIcon } from '../../ui/icon-props.js';
import classes from './mail-text-fields.module.css';
import type { TextProblems } from './place-problems.js';
import { ProblemLines } from './problem-lines.js';

interface MailTextFieldsProps {
  readonly language: Language;
  readonly text: MailText;
  readonly problems: TextProblems | null;
  /** The cursor begins here. */
  readonly first: boolean;
  readonly onChange: (text: MailText) => void;
  readonly onLeaveOut: (applicationIds: readonly ApplicationId[]) => void;
}

/** Subject and Contents in one language; a merge field goes in where the cursor was last. */
export function MailTextFields({ language, text, problems, first, onChange, onLeaveOut }: MailTextFieldsProps) {
  const { t } = useTranslation();
  const subject = useRef<HTMLInputElement>(null);
  const contents = useRef<HTMLTextAreaElement>(null);
  const last = useRef<keyof MailText>('contents');
  const insert = (field: MergeField): void => {
    const input = last.current === 'subject' ? subject.current : contents.current;
    if (input === null) return;
    const { start, end } = { start: input.selectionStart ?? input.value.length, end: input.selectionEnd ?? undefined };
    const tag = `{${field}}`;
    onChange({ ...text, [last.current]: `${input.value.slice(0, start)}${tag}${input.value.slice(end ?? start)}` });
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(start + tag.length, start + tag.length);
    });
  };
  const errorOf = (part: keyof TextProblems) => {
    const found = problems?.[part] ?? [];
    return found.length === 0 ? null : <ProblemLines problems={found} onLeaveOut={onLeaveOut} />;
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
        error={errorOf('subject')}
        onFocus={() => {
          last.current = 'subject';
        }}
        onChange={({ currentTarget }) => {
          onChange({ ...text, subject: currentTarget.value });
        }}
      />
      <FieldMenu onInsert={insert} />
      <Textarea
        ref={contents}
        className={classes['contents'] ?? ''}
        label={t('progress.contents')}
        lang={language}
        autosize={false}
        value={text.contents}
        error={errorOf('contents')}
        onFocus={() => {
          last.current = 'contents';
        }}
        onChange={({ currentTarget }) => {
          onChange({ ...text, contents: currentTarget.value });
        }}
      />
    </div>
  );
}

function FieldMenu({ onInsert }: { readonly onInsert: (field: MergeField) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" returnFocus={false} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={classes['insert']}>
          <IconBraces {...tagIcon} />
          {t('progress.insertField')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {MERGE_FIELDS.map((field) => (
          <Menu.Item
            key={field}
            rightSection={<code className={classes['tag']}>{`{${field}}`}</code>}
            onClick={() => {
              onInsert(field);
            }}
          >
            {t(`progress.fields.${field}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
