import type { PageAddress } from '../../ui/links.js';

interface KeptDraft {
  readonly key: string;
  readonly savedAt: number;
}

/** Forms that were begun and not saved, and where the newest of them is. Notes and mails wait in their dossiers. */
export function unfinishedForms(drafts: readonly KeptDraft[]): { readonly count: number; readonly to: PageAddress } {
  const forms = drafts
    .filter(({ key }) => key === 'capture' || key.startsWith('vacancy-') || key.startsWith('template-'))
    .sort((a, b) => b.savedAt - a.savedAt);
  return { count: forms.length, to: pageOf(forms[0]?.key) };
}

function pageOf(key: string | undefined): PageAddress {
  if (key === 'vacancy-new') return '/vacancies/new';
  if (key?.startsWith('template-') === true) return '/templates';
  return key?.startsWith('vacancy-') === true ? '/vacancies' : '/capture';
}
