import { Autocomplete, Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useOwnDepartments } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { VACANCY_STATES } from '../../../shared/records/vacancy.js';
import { FormSection, WideField } from '../../ui/form-page.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { Segmented } from '../../ui/segmented.js';
import { VACANCY_STATE_WORDS } from '../../ui/vacancy-state-words.js';
import type { CheckedForm } from '../../ui/use-checked-form.js';
import { QuestionFields } from './question-fields.js';
import classes from './vacancy-fields.module.css';
import type { VacancyValues } from './vacancy-values.js';

interface VacancyFieldsProps {
  readonly checked: CheckedForm<VacancyValues>;
  /** Whether it can be expired or closed already. */
  readonly withState: boolean;
}

function choicesOf(roster: Roster) {
  const active = [...roster.recruiters.values()].filter((recruiter) => recruiter.active);
  return {
    departments: roster.organisation?.departments ?? [],
    contacts: active.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** Title, reference, department, location, languages, contact, screening questions. */
export function VacancyFields({ checked: { form, field }, withState }: VacancyFieldsProps) {
  const { t } = useTranslation();
  const { contacts } = useRoster(choicesOf);
  return (
    <>
      <WideField>
        <TextInput label={t('vacancies.columnTitle')} maxLength={200} {...field('title')} />
      </WideField>
      <TextInput label={t('vacancies.reference')} maxLength={200} {...field('reference')} />
      <TextInput label={t('vacancies.location')} maxLength={200} {...field('location')} />
      <DepartmentField field={field} />
      <Select label={t('vacancies.contact')} data={contacts} clearable {...field('contactId')} />
      <WideField>
        <Checkbox.Group
          label={t('vacancies.languages')}
          description={t('vacancies.languagesHint')}
          {...field('languages')}
        >
          <div className={classes['ticks']}>
            {LANGUAGES.map((language) => (
              <Checkbox key={language} value={language} label={t(LANGUAGE_WORDS[language])} />
            ))}
          </div>
        </Checkbox.Group>
      </WideField>
      {withState ? <StateField checked={{ form }} /> : null}
      <FormSection title={t('vacancies.questions')} hint={t('vacancies.questionsHint')}>
        <QuestionFields
          questions={form.values.questions}
          onChange={(questions) => {
            form.setFieldValue('questions', [...questions]);
          }}
        />
      </FormSection>
    </>
  );
}

/** Any, suggested or not; a department administrator has one of the own (G-9). */
function DepartmentField({ field }: Pick<CheckedForm<VacancyValues>, 'field'>) {
  const { t } = useTranslation();
  const { departments } = useRoster(choicesOf);
  const own = useOwnDepartments();
  const label = t('vacancies.department');
  if (own.length > 0) return <Select label={label} data={[...own]} allowDeselect={false} {...field('department')} />;
  const input = { data: [...departments], maxLength: 200, autoComplete: 'off' } as const;
  return <Autocomplete label={label} {...input} {...field('department')} />;
}

function StateField({ checked: { form } }: { readonly checked: Pick<CheckedForm<VacancyValues>, 'form'> }) {
  const { t } = useTranslation();
  const states = VACANCY_STATES.map((state) => ({ value: state, label: t(VACANCY_STATE_WORDS[state]) }));
  return (
    <WideField>
      <Segmented
        label={t('vacancies.states')}
        value={form.values.state}
        options={states}
        onChange={(state) => {
          form.setFieldValue('state', state);
        }}
      />
    </WideField>
  );
}
