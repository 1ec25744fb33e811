import type { LinkProps } from '@tanstack/react-router';
import { templateDraftKey } from '../../data/mail-templates.js';
import { MAIL_TEMPLATES } from '../../../shared/i18n/shipped-mail-text.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';

interface KeptDraft {
  readonly key: string;
  readonly savedAt: number;
}

/** Where a form is, as a link takes it. */
type FormAddress = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Forms that were begun and not saved, and where the newest of them is. Notes and mails wait in their dossiers. */
export function unfinishedForms(
  drafts: readonly KeptDraft[],
  departments: readonly string[],
): {
  readonly count: number;
  readonly link: FormAddress;
} {
  const forms = drafts
    .filter(({ key }) => key === 'capture' || key.startsWith('vacancy-') || key.startsWith('template-'))
    .sort((a, b) => b.savedAt - a.savedAt);
  return { count: forms.length, link: addressOf(forms[0]?.key ?? 'capture', departments) };
}

function addressOf(key: string, departments: readonly string[]): FormAddress {
  if (key === 'vacancy-new') return { to: '/vacancies/new' };
  if (key.startsWith('vacancy-')) return { to: '/vacancies' };
  return key.startsWith('template-') ? templateAddress(key, departments) : { to: '/capture' };
}

function templateAddress(key: string, departments: readonly string[]): FormAddress {
  const begins = (purpose: string, language: string): boolean =>
    `${key}-`.startsWith(`template-${purpose}-${language}-`);
  const language = LANGUAGES.find((one) => MAIL_TEMPLATES.some((purpose) => begins(purpose, one)));
  const purpose = MAIL_TEMPLATES.find((one) => begins(one, language ?? ''));
  if (language === undefined || purpose === undefined) return { to: '/templates' };
  const isOf = (department: string): boolean => key === templateDraftKey({ purpose, language, department });
  const department = departments.find(isOf);
  const search = department === undefined ? {} : { search: { department } };
  return { to: '/templates/$purpose/$language', params: { purpose, language }, ...search };
}
