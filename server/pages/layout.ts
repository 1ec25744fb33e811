import { html, type Html } from './html.js';
import type { PageOrganisation } from './page-organisation.js';
import type { PageWords } from './page-words.js';

export const STYLESHEET = '/pages.css';

/** Where the style sheet of a colour is, `#rrggbb`. */
export function accentAddress(colour: string): string {
  return `/pages/${colour.slice(1)}.css`;
}

export interface Page {
  /** Of the tab; it names nobody. */
  readonly title: string;
  /** Above everything; null where it is not known whose page it is. */
  readonly organisation: Pick<PageOrganisation, 'name' | 'accent'> | null;
  readonly body: Html;
}

/** A whole document. It runs no script and asks nobody else for anything. */
export function documentOf({ title, organisation, body }: Page, { language, t }: PageWords): string {
  const accent = organisation?.accent ?? null;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <link rel="stylesheet" href="${STYLESHEET}" />
        ${accent !== null && html`<link rel="stylesheet" href="${accentAddress(accent)}" />`}
        <link rel="icon" href="/pages.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#content">${t('pages.skip')}</a>
        ${organisation !== null && html`<header><p class="organisation">${organisation.name}</p></header>`}
        <main id="content">${body}</main>
      </body>
    </html> `;
  return page.text;
}

/** A page that says one thing. */
export function notice({ title, text }: { readonly title: string; readonly text: string }, words: PageWords): string {
  const body = html`<h1>${title}</h1>
    <p>${text}</p>`;
  return documentOf({ title, organisation: null, body }, words);
}
