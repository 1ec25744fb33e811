import { html, type Html } from './html.js';

/** What is known, each under its name. */
export function detailList(rows: readonly { readonly label: string; readonly value: string }[]): Html {
  return html`<dl>
    ${rows.map(
      ({ label, value }) =>
        html`<div>
          <dt>${label}</dt>
          <dd><bdi>${value}</bdi></dd>
        </div>`,
    )}
  </dl>`;
}
