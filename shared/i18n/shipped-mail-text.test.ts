import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../domain/merge-fields.js';
import { templatesIn } from '../domain/rich-text-fields.js';
import { PROGRESS_ACTIONS } from '../domain/progress-action.js';
import { REJECTION_STAGES } from '../records/application.js';
import { LANGUAGES, type Language } from '../records/primitives.js';
import { catalogues } from './catalogues/index.js';
import { MAIL_TEMPLATES, shippedMailText } from './shipped-mail-text.js';
import { createTranslator } from './translate.js';

const translator = createTranslator('en');

describe('shipped text of Send email', () => {
  it.each(LANGUAGES)('in %s speaks to the person, names the vacancy, and is signed', (language) => {
    const { subject, contents } = shippedMailText(translator, 'send-email', language);
    const fields = templatesIn(contents)
      .flatMap(parseTemplate)
      .flatMap((part) => (part.kind === 'field' ? [part.field] : []));
    expect(fields).toEqual(['given-name', 'vacancy-title', 'company', 'recruiter-name', 'company']);
    expect(parseTemplate(subject).map((part) => part.kind)).toEqual(['text', 'field']);
    expect([subject, ...templatesIn(contents)].flatMap(parseTemplate).some(({ kind }) => kind === 'unknown')).toBe(
      false,
    );
    expect(subject + templatesIn(contents).join('')).not.toContain("'");
    expect(contents.content).toHaveLength(4);
  });

  it('is another one in each language', () => {
    const all = LANGUAGES.map((language) =>
      templatesIn(shippedMailText(translator, 'send-email', language).contents).join('\n'),
    );
    expect(new Set(all).size).toBe(LANGUAGES.length);
  });
});

describe.each(['invite-initial', 'invite-first', 'invite-second', 'invite-third'] as const)(
  'shipped text of %s',
  (name) => {
    it.each(LANGUAGES)(
      'R67, R68 in %s says when, how long, where and with whom, and lets the candidate answer',
      (language) => {
        const { subject, contents } = shippedMailText(translator, name, language);
        const texts = [subject, ...templatesIn(contents)];
        const fields = templatesIn(contents)
          .flatMap(parseTemplate)
          .flatMap((part) => (part.kind === 'field' ? [part.field] : []));
        expect(fields).toEqual([
          'given-name',
          'vacancy-title',
          'company',
          'interviewdate',
          'interviewtime',
          'duration',
          'address',
          'interviewers',
          'confirmlink',
          'recruiter-name',
          'company',
        ]);
        expect(texts.flatMap(parseTemplate).some(({ kind }) => kind === 'unknown')).toBe(false);
        expect(texts.join('')).not.toContain("'");
      },
    );

    it('is another one in each language', () => {
      const all = LANGUAGES.map((language) =>
        templatesIn(shippedMailText(translator, name, language).contents).join('\n'),
      );
      expect(new Set(all).size).toBe(LANGUAGES.length);
    });
  },
);

describe('shipped texts of what Fairdesk writes by itself', () => {
  const fieldsOf = (template: 'interview-moved' | 'interview-cancelled', language: Language) => {
    const { subject, contents } = shippedMailText(translator, template, language);
    const parts = [subject, ...templatesIn(contents)].flatMap(parseTemplate);
    expect(parts.some(({ kind }) => kind === 'unknown')).toBe(false);
    expect(subject + templatesIn(contents).join('')).not.toContain("'");
    return parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []));
  };

  it.each(LANGUAGES)('C31 in %s: the new time says all that an invitation says, and can be answered', (language) => {
    const said = ['interviewdate', 'interviewtime', 'duration', 'address', 'interviewers', 'confirmlink'];
    expect(fieldsOf('interview-moved', language)).toEqual([
      ...['vacancy-title', 'given-name', 'vacancy-title', 'company'],
      ...said,
      ...['recruiter-name', 'company'],
    ]);
  });

  it.each(LANGUAGES)('C34 in %s: the cancellation says which interview, and asks for no answer', (language) => {
    expect(fieldsOf('interview-cancelled', language)).toEqual([
      ...['vacancy-title', 'given-name', 'vacancy-title', 'company', 'interviewdate', 'interviewtime'],
      ...['recruiter-name', 'company'],
    ]);
  });

  it('stand last on the page, after the kinds of T5', () => {
    expect(MAIL_TEMPLATES.slice(-2)).toEqual(['interview-moved', 'interview-cancelled']);
  });
});

describe('shipped texts of Rejection', () => {
  it.each(LANGUAGES)(
    'R53 in %s: one for each type, each another one, addressed, of this vacancy and signed',
    (language) => {
      const texts = REJECTION_STAGES.map((stage) => shippedMailText(translator, `reject-${stage}`, language));
      for (const { subject, contents } of texts) {
        const words = templatesIn(contents);
        const parts = [subject, ...words].flatMap(parseTemplate);
        const fields = words.flatMap(parseTemplate).flatMap((part) => (part.kind === 'field' ? [part.field] : []));
        expect(fields).toEqual(['given-name', 'vacancy-title', 'company', 'recruiter-name', 'company']);
        expect(parts.some(({ kind }) => kind === 'unknown')).toBe(false);
        expect(subject + words.join('')).not.toContain("'");
        expect(contents.content).toHaveLength(5);
      }
      expect(new Set(texts.map(({ contents }) => JSON.stringify(contents))).size).toBe(REJECTION_STAGES.length);
    },
  );
});

describe('R8 the fourteen actions', () => {
  it.each(LANGUAGES)('have a name and one sentence of help in %s', (language) => {
    const { actions } = catalogues[language].progress;
    expect(Object.keys(actions)).toEqual([...PROGRESS_ACTIONS]);
    const names = Object.values(actions).map(({ name }) => name);
    expect(new Set(names).size).toBe(14);
    for (const { help } of Object.values(actions)) expect(help).toMatch(/^\p{Lu}[^.!?]{20,150}\.$/u);
  });

  it('T1 bear EasyCruit’s names', () => {
    const third = LANGUAGES.map((language) => catalogues[language].progress.actions['send-email'].name);
    expect(third).toEqual(['Skicka e-post', 'Send e-mail', 'E-mail verzenden', 'Send e-post', 'Send email']);
  });
});
