import { expect, it } from 'vitest';
import { templateDraftKey } from '../../data/mail-templates.js';
import { unfinishedForms } from './unfinished-forms.js';

it('counts forms that were begun, and leads to the newest', () => {
  const drafts = [
    { key: 'capture', savedAt: 1 },
    { key: 'vacancy-new', savedAt: 3 },
    { key: 'note-00000000000000000000000000000001', savedAt: 9 },
  ];
  expect(unfinishedForms(drafts, [])).toEqual({ count: 2, link: { to: '/vacancies/new' } });
  expect(unfinishedForms([{ key: 'vacancy-00000000000000000000000000000001', savedAt: 1 }], []).link).toEqual({
    to: '/vacancies',
  });
  expect(unfinishedForms([{ key: 'capture', savedAt: 1 }], [])).toEqual({ count: 1, link: { to: '/capture' } });
  expect(unfinishedForms([{ key: 'template-reject-first-nl', savedAt: 1 }], [])).toEqual({
    count: 1,
    link: { to: '/templates/$purpose/$language', params: { purpose: 'reject-first', language: 'nl' } },
  });
  expect(unfinishedForms([{ key: 'template-of-old-nl', savedAt: 1 }], [])).toEqual({
    count: 1,
    link: { to: '/templates' },
  });
  expect(unfinishedForms([], [])).toEqual({ count: 0, link: { to: '/capture' } });
});

it('G-8 leads to the text of the department that was being written', () => {
  const key = templateDraftKey({ purpose: 'reject-first', language: 'nl', department: 'Grid' });
  expect(key).toMatch(/^[a-z0-9-]{1,80}$/);
  const to = '/templates/$purpose/$language';
  const params = { purpose: 'reject-first', language: 'nl' };
  expect(unfinishedForms([{ key, savedAt: 1 }], ['IT', 'Grid']).link).toEqual({
    to,
    params,
    search: { department: 'Grid' },
  });
  expect(unfinishedForms([{ key, savedAt: 1 }], ['IT']).link).toEqual({ to, params });
});
