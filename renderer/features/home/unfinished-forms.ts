import type { LinkProps } from '@tanstack/react-router';
import { MAIL_TEMPLATES } from '../../../shared/i18n/shipped-mail-text.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';

interface KeptDraft {
  readonly key: string;
  readonly savedAt: number;
}

/** Where a form is, as a link takes it. */
type FormAddress = Pick<LinkProps, 'to' | 'params'>;

/** Forms that were begun and not saved, and where the newest of them is. Notes and mails wait in their dossiers. */
export function unfinishedForms(drafts: readonly KeptDraft[]): {
  readonly count: number;
  readonly link: FormAddress;
} {
  const forms = drafts
    .filter(({ key }) => key === 'capture' || key.startsWith('vacancy-') || key.startsWith('template-'))
    .sort((a, b) => b.savedAt - a.savedAt);
  return { count: forms.length, link: addressOf(forms[0]?.key ?? 'capture') };
}

function addressOf(key: string): FormAddress {
  if (key === 'vacancy-new') return { to: '/vacancies/new' };
  if (key.startsWith('vacancy-')) return { to: '/vacancies' };
  return key.startsWith('template-') ? templateAddress(key) : { to: '/capture' };
}

function templateAddress(key: string): FormAddress {
  const language = LANGUAGES.find((one) => key.endsWith(`-${one}`));
  const purpose = MAIL_TEMPLATES.find((one) => key === `template-${one}-${language ?? ''}`);
  if (language === undefined || purpose === undefined) return { to: '/templates' };
  return { to: '/templates/$purpose/$language', params: { purpose, language } };
}
