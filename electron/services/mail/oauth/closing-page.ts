import type { HostErrorCode } from '../../../../shared/host/errors.js';
import { ERROR_WORDS } from '../../../../shared/i18n/error-words.js';
import { createTranslator } from '../../../../shared/i18n/translate.js';
import type { Language } from '../../../../shared/records/primitives.js';

const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#fcfbf9;color:#1f2328;
font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:26rem;padding:2rem}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}
p{margin:0 0 .5rem}
@media(prefers-color-scheme:dark){body{background:#17181a;color:#e8e6e3}}`;

/** What the browser shows in the end: whether it worked, and that it can be closed. `failed` is why it did not. */
export function closingPage(language: Language, failed: HostErrorCode | null): string {
  const { t } = createTranslator(language);
  const title = t(failed === null ? 'settings.mailSignInPageDone' : 'settings.mailSignInPageFailed');
  const words = [...(failed === null ? [] : [t(ERROR_WORDS[failed])]), t('settings.mailSignInPageClose')];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Fairdesk</title>
<style>${STYLE}</style>
<main><h1>${escaped(title)}</h1>${words.map((text) => `<p>${escaped(text)}</p>`).join('')}</main>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0).toString()};`);
}
