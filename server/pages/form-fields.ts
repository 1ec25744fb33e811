import { html, type Html } from './html.js';
import type { PageWords } from './page-words.js';

/** Name of the field that nobody sees: nothing that a browser fills in by itself is called so. */
export const TRAP = 'leave-empty';

/** What every form has that nobody sees: its nonce, and a field for programs that fill in everything. */
export function guards(nonce: string, { t }: PageWords): Html {
  return html`<input type="hidden" name="nonce" value="${nonce}" />
    <div class="trap" aria-hidden="true">
      <label>${t('pages.form.trap')} <input name="${TRAP}" tabindex="-1" autocomplete="off" /></label>
    </div>`;
}

/** Why a form was not taken. */
export function refusedNote(problem: string, { t }: PageWords): Html {
  return html`<div class="problem" id="problem" role="alert">
    <p><strong>${t('pages.form.problem')}</strong></p>
    <p>${problem}</p>
  </div>`;
}
