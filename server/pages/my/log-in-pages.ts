import { html } from '../html.js';
import type { PageOrganisation } from '../page-organisation.js';
import { documentOf } from '../layout.js';
import type { PageWords } from '../page-words.js';
import { field, nonceField, problemBox, type MyProblem } from './form.js';

export interface LogInPage {
  readonly organisation: PageOrganisation;
  readonly nonce: string;
  /** As it was typed; a password never comes back. */
  readonly userName: string;
  readonly problem: MyProblem | null;
  /** What was typed in a form that came after its session, to be typed no second time. */
  readonly kept: ReadonlyMap<string, string>;
}

/** `/my/<organisation>`: user name and password. */
export function logInPage({ organisation, nonce, userName, problem, kept }: LogInPage, words: PageWords): string {
  const { t } = words;
  const body = html`<p class="kind">${t('pages.my.title')}</p>
    <h1>${t('pages.my.logIn')}</h1>
    <p>${t('pages.my.logInText')}</p>
    <form method="post" action="/my/${organisation.id}" class="card">
      ${problemBox(problem, words)} ${nonceField(nonce)}
      ${[...kept].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${field({
        ...{ name: 'user-name', label: t('pages.my.userName'), value: userName, type: 'email' },
        ...{ autocomplete: 'username', isRequired: true },
      })}
      ${field({
        ...{ name: 'password', label: t('pages.my.password'), value: '', type: 'password' },
        ...{ autocomplete: 'current-password', isRequired: true },
      })}
      <button type="submit">${t('pages.my.logIn')}</button>
    </form>
    <p class="small">${t('pages.my.forgotten')}</p>`;
  return documentOf({ title: t('pages.my.title'), organisation, body }, words);
}

export interface PasswordPage {
  readonly organisation: PageOrganisation;
  readonly userName: string;
  readonly nonce: string;
  /** The one that was mailed has to be changed now; otherwise the one that stands is asked for. */
  readonly isFirst: boolean;
  readonly problem: MyProblem | null;
}

/** `/my/password`: a password of one's own. */
export function passwordPage(page: PasswordPage, words: PageWords): string {
  const { organisation, userName, nonce, isFirst, problem } = page;
  const { t } = words;
  const secret = (name: string, label: string, autocomplete: string) =>
    field({ name, label, value: '', type: 'password', autocomplete, isRequired: true });
  const body = html`${!isFirst && html`<nav><a href="/my">← ${t('pages.my.back')}</a></nav>`}
    <p class="kind">${t('pages.my.title')}</p>
    <h1>${t('pages.my.choosePassword')}</h1>
    <p>${t(isFirst ? 'pages.my.chooseFirst' : 'pages.my.chooseAgain')}</p>
    <form method="post" action="/my/password" class="card">
      ${problemBox(problem, words)} ${nonceField(nonce)}
      <input
        class="heard"
        name="user-name"
        autocomplete="username"
        value="${userName}"
        readonly
        tabindex="-1"
        aria-hidden="true"
      />
      ${!isFirst && secret('current', t('pages.my.currentPassword'), 'current-password')}
      <p class="small">${t('pages.my.passwordHint')}</p>
      ${secret('password', t('pages.my.newPassword'), 'new-password')}
      ${secret('repeated', t('pages.my.repeatPassword'), 'new-password')}
      <button type="submit">${t('pages.my.savePassword')}</button>
    </form>`;
  return documentOf({ title: t('pages.my.title'), organisation, body }, words);
}
