import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { commonText } from '../../../shared/domain/closest-template.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import type { Applicant, Selection } from '../../../shared/domain/progress-action.js';
import { shippedMailText, type MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useSession } from '../../data/use-session.js';

/** What a mail in one language begins with. */
export interface BegunText {
  readonly text: MailText;
  /** Whose it is; empty where it is the one for all departments, or the shipped one. */
  readonly department: string;
  /** Departments of the recipients that have a text of their own, which this is not. */
  readonly passedOver: readonly string[];
}

/** Whose departments count for a language. */
type OfWhom = (language: Language) => (applicant: Applicant) => boolean;

export const ofTheLanguage: OfWhom =
  (language) =>
  ({ person }) =>
    person.language === language;
/** Of a mail to somebody else: it is about all of them. */
export const ofAll: OfWhom = () => () => true;

/** G-8: the template of the vacancies' department in every language that somebody reads; empty where no mail goes. */
export function useBegunTexts(
  template: MailTemplate | null,
  languages: ReadonlyMap<Language, number>,
  selection: Selection,
  ofWhom: OfWhom,
): ReadonlyMap<Language, BegunText> {
  const { i18n: translator } = useTranslation();
  const { roster } = useSession();
  return useMemo(() => {
    const known = roster.current();
    const begin = (language: Language): readonly (readonly [Language, BegunText])[] => {
      if (template === null) return [];
      const departments = departmentsOf(known, selection.filter(ofWhom(language)));
      return [[language, beginWith(known, translator, { purpose: template, language, departments })]];
    };
    return new Map([...languages.keys()].flatMap(begin));
  }, [template, languages, selection, ofWhom, translator, roster]);
}

/** As many as there are people. */
export function departmentsOf({ vacancies }: Roster, selection: Selection): readonly string[] {
  return selection.map(({ vacancyId }) => vacancies.get(vacancyId)?.department ?? '');
}

interface WhatFor {
  readonly purpose: MailTemplate;
  readonly language: Language;
  readonly departments: readonly string[];
}

function beginWith(
  { mailTemplates }: Roster,
  translator: i18n,
  { purpose, language, departments }: WhatFor,
): BegunText {
  const { held, passedOver } = commonText(mailTemplates, purpose, language, departments);
  const { subject, contents } = held?.text ?? shippedMailText(translator, purpose, language);
  return { text: { subject, contents }, department: held?.department ?? '', passedOver };
}
