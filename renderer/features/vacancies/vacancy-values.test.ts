import { describe, expect, it } from 'vitest';
import { checkVacancy, EMPTY_VACANCY, tidyVacancy, VacancyDraft } from './vacancy-values.js';

const ID = '0'.repeat(31);

describe('a vacancy form', () => {
  it('asks for a title and a language, and for nothing else', () => {
    expect(checkVacancy(EMPTY_VACANCY)).toEqual({
      title: 'common.required',
      languages: 'vacancies.languagesMissing',
    });
    expect(checkVacancy({ ...EMPTY_VACANCY, title: 'Trainee', languages: ['sv'] })).toEqual({});
    expect(checkVacancy({ ...EMPTY_VACANCY, title: ' \t', languages: ['sv'] })).toHaveProperty('title');
  });

  it('drops questions without words and keeps the ids of the others', () => {
    const questions = [
      { id: `${ID}1`, text: '  ' },
      { id: `${ID}2`, text: ' Start date? ' },
    ];
    expect(tidyVacancy({ ...EMPTY_VACANCY, questions }).questions).toEqual([{ id: `${ID}2`, text: 'Start date?' }]);
  });

  it('takes back what it wrote as a draft, and nothing else', () => {
    const draft = { ...EMPTY_VACANCY, title: 'Trainee' };
    expect(VacancyDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(VacancyDraft.safeParse({ title: 'Trainee' }).success).toBe(false);
  });
});
