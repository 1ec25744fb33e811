import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTRACT_TAGS } from '../../../shared/domain/contract-tags.js';
import type { OwnTag } from '../../../shared/domain/contract-desk.js';
import type { TemplateProblem } from '../../../shared/domain/contract-templates.js';
import { LanguageSchema, LANGUAGES } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { FieldError } from '../../ui/field-error.js';
import { FieldMenu } from '../../ui/field-menu.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import classes from './contract-template-editor.module.css';
import type { ContractTemplateValues } from './contract-template-values.js';

interface ContractTemplateFieldsProps {
  readonly values: ContractTemplateValues;
  readonly tags: readonly OwnTag[];
  readonly problems: readonly TemplateProblem[];
  readonly disabled: boolean;
  readonly onChange: (change: Partial<ContractTemplateValues>) => void;
}

function departmentsOf(roster: Roster): readonly string[] {
  return roster.organisation?.departments ?? [];
}

/** Title, department, language, and the contents as they are typed; a tag goes in where the cursor was last. */
export function ContractTemplateFields({ values, tags, problems, disabled, onChange }: ContractTemplateFieldsProps) {
  const { t } = useTranslation();
  const departments = useRoster(departmentsOf);
  const contents = useRef<HTMLTextAreaElement>(null);
  const insert = (tag: string): void => {
    const input = contents.current;
    if (input === null) return;
    const at = input.selectionStart;
    onChange({ text: `${input.value.slice(0, at)}${tag}${input.value.slice(input.selectionEnd)}` });
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(at + tag.length, at + tag.length);
    });
  };
  const all = [
    ...CONTRACT_TAGS.map((name) => ({ name, label: t(`settings.contractTags.${name}`) })),
    ...tags.map(({ name, label }) => ({ name, label })),
  ];
  const titleBlank = problems.some(({ code }) => code === 'title-blank');
  const aboutContents = problems.filter(({ code }) => code !== 'title-blank');
  return (
    <div className={classes['fields']}>
      <TextInput
        label={t('settings.contractTitle')}
        maxLength={200}
        lang={values.language}
        disabled={disabled}
        value={values.title}
        error={titleBlank ? <FieldError>{t('common.required')}</FieldError> : null}
        onChange={({ currentTarget }) => {
          onChange({ title: currentTarget.value });
        }}
      />
      <div className={classes['pair']}>
        <Autocomplete
          label={t('settings.contractDepartment')}
          placeholder={t('settings.allDepartments')}
          data={[...departments]}
          maxLength={200}
          disabled={disabled}
          value={values.department}
          onChange={(department) => {
            onChange({ department });
          }}
        />
        <Select
          label={t('settings.contractLanguage')}
          allowDeselect={false}
          disabled={disabled}
          data={LANGUAGES.map((language) => ({ value: language, label: t(LANGUAGE_WORDS[language]) }))}
          value={values.language}
          onChange={(language) => {
            onChange({ language: LanguageSchema.parse(language) });
          }}
        />
      </div>
      <FieldMenu label={t('settings.insertTag')} fields={all} disabled={disabled} onInsert={insert} />
      <Textarea
        ref={contents}
        className={classes['contents'] ?? ''}
        label={t('settings.contractContents')}
        description={t('settings.contractContentsHint')}
        lang={values.language}
        spellCheck
        autosize={false}
        disabled={disabled}
        value={values.text}
        error={aboutContents.length === 0 ? null : <ProblemList problems={aboutContents} />}
        onChange={({ currentTarget }) => {
          onChange({ text: currentTarget.value });
        }}
      />
    </div>
  );
}

function ProblemList({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  const { t } = useTranslation();
  return problems.map((problem) => (
    <FieldError key={problem.code === 'tag-unknown' ? problem.tag : problem.code}>
      {problem.code === 'tag-unknown'
        ? t('settings.contractTagUnknown', { tag: `{${problem.tag}}` })
        : t('common.required')}
    </FieldError>
  ));
}
