import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import type { PlanProblem } from '../../../shared/domain/progress-action.js';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { draftKey, mailPartOf, readDraft, writeDraft, type MailForm } from './mail-form.js';
import { hasMailProblems, placeProblems, withoutProblems } from './place-problems.js';

const form: MailForm = {
  from: { name: 'Maja', address: 'maja@example.com' },
  texts: {
    sv: { subject: 'Hej', contents: plainToRichText('Tack') },
    nl: { subject: 'Beste', contents: plainToRichText('Dank') },
    da: { subject: 'Kære', contents: plainToRichText('Tak') },
  },
  leftOut: new Set(['nl']),
  unticked: new Set([testId<ApplicationId>(1)]),
  tickedIn: new Set(),
};
const applicant = (vacancyId: VacancyId) => ({
  applicationId: testId<ApplicationId>(1),
  vacancyId,
  status: 'new' as const,
  interviewType: null,
  person: {
    id: testId<never>(2),
    standsAs: testId<never>(2),
    givenName: '',
    familyName: '',
    email: '',
    phone: '',
    postalAddress: '',
    language: 'sv' as const,
    consented: true,
    databaseConsented: true,
    demo: false,
  },
});

describe('the form Send email', () => {
  it('C33: hands on only languages that somebody reads and that are written in', () => {
    const input = mailPartOf(form, ['sv', 'nl', 'en']);
    expect(Object.keys(input.texts)).toEqual(['sv']);
    expect(input.unticked).toEqual(form.unticked);
  });

  const one = testId<VacancyId>(7);
  const people = [applicant(one)];
  const Fields = z.object({ stage: z.enum(['review', 'first']) });
  const choices = { from: form.from, leftOut: form.leftOut, unticked: form.unticked };
  const draft = { texts: form.texts, editedFrom: 'reject-first', fields: { stage: 'first' as const }, choices };

  it('keeps what is typed, one draft for each action and vacancy, under a key that names nobody', () => {
    expect(draftKey('send-email', [applicant(one), applicant(one)])).toBe(`send-email-${one}`);
    expect(draftKey('reject', [applicant(one), applicant(testId<VacancyId>(8))])).toBe('reject-several');
    expect(readDraft(writeDraft(draft, people), Fields, people)).toEqual(draft);
  });

  it('brings the fields back for the people they were filled in for, and the texts for anybody', () => {
    const others = [{ ...applicant(one), applicationId: testId<ApplicationId>(2) }];
    expect(readDraft(writeDraft(draft, people), Fields, others)).toEqual({
      ...draft,
      fields: null,
      choices: null,
    });
  });

  it('takes nothing from a draft of another shape, and no fields that the action does not know', () => {
    for (const other of [
      null,
      'text',
      { texts: { sv: { subject: 1 } } },
      { texts: { xx: { subject: '', contents: plainToRichText('') } } },
    ]) {
      expect(readDraft(other, Fields, people)).toBeNull();
    }
    const unknown = writeDraft({ ...draft, fields: { stage: 'fourth' } }, people);
    expect(readDraft(unknown, Fields, people)).toEqual({ ...draft, fields: null });
    const older = { texts: { sv: { subject: 'Hej', contents: plainToRichText('Tack') } } };
    expect(readDraft(older, Fields, people)).toEqual({ ...older, editedFrom: null, fields: null, choices: null });
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
  const texts = { sv: { subject: 'Hej {namn}', contents: plainToRichText('Du möter {contact-person}, {namn}') } };

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
    expect(hasMailProblems(placeProblems([problem('nobody-left', { language: null })], texts))).toBe(false);
  });

  it('of the action’s own fields stands with them, not in the mail', () => {
    const missing = problem('reject-type-missing', { language: null });
    const placed = placeProblems([missing], texts);
    expect([placed.fields, hasMailProblems(placed)]).toEqual([[missing], false]);
    expect(withoutProblems(placed, 'fields').fields).toEqual([]);
  });

  it('is forgotten where something was changed, and nowhere else', () => {
    const placed = placeProblems([problem('subject-blank'), problem('from-invalid', { language: null })], texts);
    expect(hasMailProblems(withoutProblems(placed, 'sv'))).toBe(true);
    expect(hasMailProblems(withoutProblems(withoutProblems(placed, 'sv'), 'from'))).toBe(false);
  });
});
