import { describe, expect, it } from 'vitest';
import type { PlanProblem } from '../../../shared/domain/progress-action.js';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { draftKey, inputOf, readDraft, writeDraft, type MailForm } from './mail-form.js';
import { hasFieldProblems, placeProblems, withoutProblems } from './place-problems.js';

const form: MailForm = {
  from: { name: 'Maja', address: 'maja@example.com' },
  texts: {
    sv: { subject: 'Hej', contents: 'Tack' },
    nl: { subject: 'Beste', contents: 'Dank' },
    da: { subject: 'Kære', contents: 'Tak' },
  },
  leftOut: new Set(['nl']),
  unticked: new Set([testId<ApplicationId>(1)]),
};
const applicant = (vacancyId: VacancyId) => ({
  applicationId: testId<ApplicationId>(1),
  vacancyId,
  status: 'new' as const,
  person: {
    id: testId<never>(2),
    givenName: '',
    familyName: '',
    email: '',
    phone: '',
    language: 'sv' as const,
    consented: true,
    demo: false,
  },
});

describe('the form Send email', () => {
  it('C33: hands on only languages that somebody reads and that are written in', () => {
    const input = inputOf(form, ['sv', 'nl', 'en']);
    expect(Object.keys(input.texts)).toEqual(['sv']);
    expect(input.unticked).toEqual(form.unticked);
  });

  it('keeps what is typed, one draft for each vacancy, under a key that names nobody', () => {
    const one = testId<VacancyId>(7);
    expect(draftKey([applicant(one), applicant(one)])).toBe(`send-email-${one}`);
    expect(draftKey([applicant(one), applicant(testId<VacancyId>(8))])).toBe('send-email-several');
    expect(readDraft(writeDraft(form.texts))).toEqual(form.texts);
  });

  it('takes nothing from a draft of another shape', () => {
    for (const other of [
      null,
      'text',
      { texts: { sv: { subject: 1 } } },
      { texts: { xx: { subject: '', contents: '' } } },
    ]) {
      expect(readDraft(other)).toBeNull();
    }
  });

  it('writes a language inside a sentence as that language does', () => {
    expect(languageInSentence('Danska', 'sv')).toBe('danska');
    expect(languageInSentence('Deens', 'nl')).toBe('Deens');
  });
});

describe('R18: a problem stands beside its field', () => {
  const problem = (code: PlanProblem['code'], rest: Partial<PlanProblem> = {}): PlanProblem => ({
    code,
    language: 'sv',
    field: null,
    applicationIds: [],
    ...rest,
  });
  const texts = { sv: { subject: 'Hej {namn}', contents: 'Du möter {contact-person}, {namn}' } };

  it('blank fields by their name, the sender apart', () => {
    const blank = [problem('subject-blank'), problem('contents-blank'), problem('from-invalid', { language: null })];
    const placed = placeProblems(blank, texts);
    expect(placed.texts.get('sv')).toEqual({ subject: [blank[0]], contents: [blank[1]] });
    expect(placed.from).toEqual([blank[2]]);
  });

  it('a merge field beside every text that uses it', () => {
    const unknown = problem('field-unknown', { field: 'namn' });
    const unfilled = problem('field-unfilled', { field: 'contact-person', applicationIds: [testId<ApplicationId>(1)] });
    expect(placeProblems([unknown, unfilled], texts).texts.get('sv')).toEqual({
      subject: [unknown],
      contents: [unknown, unfilled],
    });
  });

  it('nobody left to write to is no field', () => {
    expect(hasFieldProblems(placeProblems([problem('nobody-left', { language: null })], texts))).toBe(false);
  });

  it('is forgotten where something was changed, and nowhere else', () => {
    const placed = placeProblems([problem('subject-blank'), problem('from-invalid', { language: null })], texts);
    expect(hasFieldProblems(withoutProblems(placed, 'sv'))).toBe(true);
    expect(hasFieldProblems(withoutProblems(withoutProblems(placed, 'sv'), 'from'))).toBe(false);
  });
});
