import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { templatesFor } from '../../../shared/domain/contract-templates.js';
import type { ContractRow } from '../../../shared/domain/progress-actions/employment-contract.js';
import type { Applicant } from '../../../shared/domain/progress-action.js';
import type { EmploymentTerms } from '../../../shared/records/contract.js';
import { ContractTemplateIdSchema } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { SHIPPED_WORDINGS } from '../../data/shipped-wordings.js';
import { useRoster } from '../../data/use-session.js';
import { DateField } from '../../ui/date-field.js';
import { readDate } from '../../ui/read-typed.js';

export interface StartDateProps {
  readonly label: string;
  readonly date: EmploymentTerms['startDate'];
  /** What was typed before and is no date. */
  readonly typedBefore: string;
  readonly missing: boolean;
  readonly onChange: (date: EmploymentTerms['startDate'], typed: string) => void;
}

/** What is typed stays as it is typed; it counts once it is a date. One that comes from elsewhere takes its place. */
export function StartDate({ label, date, typedBefore, missing, onChange }: StartDateProps) {
  const [typed, setTyped] = useState(date ?? typedBefore);
  return (
    <DateField
      label={label}
      hideLabel
      value={readDate(typed) === date ? typed : (date ?? '')}
      error={missing}
      onChange={(value) => {
        setTyped(value);
        onChange(readDate(value), value);
      }}
    />
  );
}

function templatesOf(roster: Roster) {
  return [...roster.contractTemplates.values()];
}

/** The one that comes with the program, among ids. */
const SHIPPED = 'shipped';

interface TemplateChoiceProps {
  readonly label: string;
  readonly applicant: Applicant;
  readonly row: ContractRow;
  readonly onChange: (template: ContractRow['template']) => void;
}

/** G-11: the templates of the department in the applicant's language, the closest one first. */
export function TemplateChoice({ label, applicant, row, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation();
  const templates = useRoster(templatesOf);
  const { language } = applicant.person;
  const offered = templatesFor(templates, row.terms.department, language, SHIPPED_WORDINGS[language]);
  const [closest] = offered;
  const chosen = offered.find(({ id }) => id !== null && id === row.template) ?? closest;
  return (
    <Select
      aria-label={label}
      allowDeselect={false}
      data={offered.map(({ id, title, department }) => ({
        value: id ?? SHIPPED,
        label: id === null ? t('progress.shippedTemplate', { title }) : [title, department].filter(Boolean).join(' · '),
        // What is used where nothing was chosen is the closest; the shipped one is only ever that.
        disabled: id === null && closest.id !== null,
      }))}
      value={chosen.id ?? SHIPPED}
      onChange={(value) => {
        onChange(ContractTemplateIdSchema.safeParse(value).data ?? null);
      }}
    />
  );
}
