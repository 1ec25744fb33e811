import type { MessageKey } from '../../../shared/i18n/translate.js';
import { html, type Html } from '../html.js';
import type { PageWords } from '../page-words.js';

/** Why a form was not taken. */
export const MY_PROBLEMS = {
  'form-old': 'pages.form.old',
  'session-over': 'pages.my.problems.session-over',
  'typed-kept': 'pages.my.problems.typed-kept',
  'not-saved': 'pages.my.problems.not-saved',
  refused: 'pages.my.problems.refused',
  'too-many': 'pages.my.problems.too-many',
  'name-missing': 'pages.my.problems.name-missing',
  'too-long': 'pages.my.problems.too-long',
  short: 'pages.my.problems.short',
  'not-repeated': 'pages.my.problems.not-repeated',
  guessable: 'pages.my.problems.guessable',
  same: 'pages.my.problems.same',
  'wrong-current': 'pages.my.problems.wrong-current',
  'not-ticked': 'pages.my.problems.not-ticked',
} as const satisfies Record<string, MessageKey>;
export type MyProblem = keyof typeof MY_PROBLEMS;

/** What stands over a form that was not taken. */
export function problemBox(problem: MyProblem | null, { t }: PageWords): Html | null {
  if (problem === null) return null;
  return html`<div class="problem" role="alert">
    <p><strong>${t('pages.my.problem')}</strong></p>
    <p>${t(MY_PROBLEMS[problem])}</p>
  </div>`;
}

export function nonceField(nonce: string): Html {
  return html`<input type="hidden" name="nonce" value="${nonce}" />`;
}

export interface FieldOf {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  /** WCAG 1.3.5; HTML's own list. */
  readonly autocomplete: string;
  readonly isRequired?: boolean;
}

export function field({ name, label, value, type = 'text', autocomplete, isRequired = false }: FieldOf): Html {
  return html`<label class="field" for="${name}">${label}</label>
    <input
      class="line"
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      maxlength="500"
      ${isRequired && html`required`}
    />`;
}
