import { PANEL_OPEN_FOR } from '../../../shared/domain/panel-page.js';
import { html, type Html } from '../html.js';
import { documentOf } from '../layout.js';
import type { PageWords } from '../page-words.js';
import type { Panel, PanelApplicant } from './find-panel.js';
import { profileOf } from './profile-of.js';

/** `/p/<token>`: those who are to be reviewed, and how far the reviewer is. */
export function panelPage(panel: Panel, path: string, words: PageWords): string {
  const { t } = words;
  const { applicants } = panel;
  const done = applicants.filter(({ said }) => said !== null).length;
  const body = html`${panelHead(panel, words)}
    <section aria-labelledby="candidates">
      <h2 id="candidates">${t('pages.panel.candidates')}</h2>
      <p class="progress">${t('pages.panel.progress', { done, all: applicants.length })}</p>
      ${done === applicants.length && html`<p class="done">${t('pages.panel.allDone')}</p>`}
      <ol class="people">
        ${applicants.map((applicant) => listed(panel, applicant, { path, words }))}
      </ol>
    </section>
    <p class="small">${t('pages.panel.until', { date: untilOf(panel, words) })}</p>`;
  return documentOf({ title: t('pages.panel.title'), organisation: panel.organisation, body }, words);
}

/** What of it is said on every page. */
function panelHead({ vacancy, requestedBy, applicants, review }: Panel, { t }: PageWords): Html {
  const count = applicants.length;
  const intro =
    requestedBy === '' ? t('pages.panel.introNobody', { count }) : t('pages.panel.intro', { name: requestedBy, count });
  return html`<p class="kind">${t('pages.panel.title')}</p>
    <h1><bdi>${vacancy.title}</bdi></h1>
    <p>${intro}</p>
    ${review.withholdsPersonal === true && html`<p class="small">${t('pages.panel.anonymous')}</p>`}`;
}

function listed(
  panel: Panel,
  applicant: PanelApplicant,
  { path, words }: { readonly path: string; readonly words: PageWords },
): Html {
  return html`<li>
    <a href="${path}/${applicant.place}"><bdi>${profileOf(panel, applicant, words).title}</bdi></a>
    <span class="${applicant.said === null ? 'waits' : 'given'}">${saidOf(applicant, words)}</span>
  </li>`;
}

function saidOf({ said }: PanelApplicant, { t }: PageWords): string {
  if (said === null) return t('pages.panel.waits');
  return said.value === null ? t('pages.panel.done') : t('pages.panel.given', { value: said.value });
}

/** The last whole day on which answers are taken. */
function untilOf({ review, organisation }: Panel, { day }: PageWords): string {
  return day(review.requestedAt + PANEL_OPEN_FOR - 24 * 60 * 60 * 1000, organisation.zone);
}
