import type { z } from 'zod';
import { Vacancy } from '../../../shared/records/vacancy.js';
import type { Problems } from '../../ui/use-checked-form.js';

export type VacancyValues = Omit<Vacancy, 'demo' | 'openedAt'>;

/** What the form holds, for a draft that comes back from the host. */
export const VacancyDraft: z.ZodType<VacancyValues> = Vacancy.omit({ demo: true, openedAt: true });

export const EMPTY_VACANCY: VacancyValues = {
  title: '',
  reference: '',
  department: '',
  location: '',
  languages: [],
  contactId: null,
  questions: [],
  state: 'open',
};

/** The fields of a stored vacancy that the form changes. */
export function vacancyValuesOf(vacancy: Vacancy): VacancyValues {
  const { title, reference, department, location, languages, contactId, questions, state } = vacancy;
  return { title, reference, department, location, languages, contactId, questions, state };
}

/** What keeps a vacancy from being saved, by field. */
export function checkVacancy({ title, languages }: VacancyValues): Problems {
  return {
    ...(title.trim() === '' ? { title: 'common.required' } : {}),
    ...(languages.length === 0 ? { languages: 'vacancies.languagesMissing' } : {}),
  };
}

/** As it is stored: spaces at the ends and questions without words go. */
export function tidyVacancy(values: VacancyValues): VacancyValues {
  return {
    ...values,
    title: values.title.trim(),
    reference: values.reference.trim(),
    department: values.department.trim(),
    location: values.location.trim(),
    questions: values.questions.map(({ id, text }) => ({ id, text: text.trim() })).filter(({ text }) => text !== ''),
  };
}
