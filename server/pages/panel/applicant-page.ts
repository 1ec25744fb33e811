import { LONGEST_COMMENT } from '../../../shared/domain/panel-page.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Instant } from '../../../shared/lib/time.js';
import { guards, refusedNote } from '../form-fields.js';
import { html, when, type Html } from '../html.js';
import { detailList } from '../detail-list.js';
import { documentOf } from '../layout.js';
import type { FormRefusal } from '../page-form.js';
import type { PageWords } from '../page-words.js';
import type { Panel, PanelApplicant } from './find-panel.js';
import { profileOf } from './profile-of.js';
import type { RateForm, RateProblem } from './rate.js';

const STARS = [1, 2, 3, 4, 5, 6, 7] as const;

export type FormProblem = Exclude<RateProblem, 'page/not-found'> | FormRefusal;

const PROBLEM_WORDS = {
  'panel/foreign': 'panel.errors.foreign',
  'panel/rating-invalid': 'panel.errors.rating-invalid',
  'panel/rating-not-allowed': 'panel.errors.rating-not-allowed',
  'panel/comments-not-allowed': 'panel.errors.comments-not-allowed',
  'panel/nothing-said': 'panel.errors.nothing-said',
  'page/comment-too-long': 'pages.panel.problems.comment-too-long',
  'page/not-looked': 'pages.panel.problems.not-looked',
  'page/form-old': 'pages.form.old',
  'page/form-filled': 'pages.form.filled',
} as const satisfies Record<FormProblem, MessageKey>;

export interface ApplicantPage {
  readonly panel: Panel;
  readonly applicant: PanelApplicant;
  /** Of the reviewer's page. */
  readonly path: string;
  readonly nonce: string;
  readonly now: Instant;
  /** Ids of the files that are there whole. */
  readonly files: ReadonlySet<string>;
  /** What was typed and not taken, and why. */
  readonly refused?: { readonly form: RateForm; readonly problem: FormProblem };
}

/** `/p/<token>/<place>`: one applicant, and what the reviewer says. */
export function applicantPage(page: ApplicantPage, words: PageWords): string {
  const { panel, applicant, path, refused } = page;
  const { t } = words;
  const profile = profileOf(panel, applicant, words);
  const index = panel.applicants.indexOf(applicant);
  const next = panel.applicants[index + 1] ?? panel.applicants.find(({ said }) => said === null);
  const isSaved = applicant.said !== null && refused === undefined;
  const body = html`<nav><a href="${path}">← ${t('pages.panel.back')}</a></nav>
    <p class="kind">${t('pages.panel.position', { place: index + 1, of: panel.applicants.length })}</p>
    <h1><bdi>${profile.title}</bdi></h1>
    <p class="small"><bdi>${panel.vacancy.title}</bdi></p>
    <section aria-labelledby="profile" class="card">
      <h2 id="profile">${t('pages.panel.profile')}</h2>
      ${profile.rows.length > 0 && detailList(profile.rows)}
      ${profile.sections.map(
        ({ heading, parts }) =>
          html`<h3>${heading}</h3>
            ${parts.map(
              ({ label, text }) =>
                html`${label !== '' && html`<p class="label">${label}</p>`}
                  <p class="own">${text}</p>`,
            )}`,
      )}
      ${profile.sections.length === 0 && html`<p>${t('pages.panel.nothing')}</p>`} ${cvLinks(page, words)}
    </section>
    <section aria-labelledby="yours" class="card">
      <h2 id="yours">${t('pages.panel.yours')}</h2>
      ${isSaved && savedNote(page, words)} ${rateForm(page, words)}
    </section>
    ${
      isSaved &&
      next !== undefined &&
      next !== applicant &&
      html`<p><a class="next" href="${path}/${next.place}">${t('pages.panel.next')} →</a></p>`
    }`;
  return documentOf({ title: t('pages.panel.title'), organisation: panel.organisation, body }, words);
}

function cvLinks({ applicant, path, files }: ApplicantPage, { t }: PageWords): Html | null {
  if (applicant.cvs.length === 0) return null;
  return html`<h3>${t('pages.panel.cv')}</h3>
    <ul class="files">
      ${applicant.cvs.map(({ fileId, name }, at) =>
        files.has(fileId)
          ? html`<li><a href="${path}/${applicant.place}/cv/${at + 1}">${t('pages.panel.download', { name })}</a></li>`
          : html`<li><bdi>${name}</bdi> <span class="small">${t('pages.panel.later')}</span></li>`,
      )}
    </ul>`;
}

/** Not later than now, whatever a laptop's clock said. */
function savedNote({ panel, applicant: { said }, now }: ApplicantPage, { t, moment }: PageWords): Html {
  const when = moment(Math.min(said?.at ?? 0, now), panel.organisation.zone);
  return html`<div class="saved" role="status">
    <p><strong>${t('pages.panel.saved')}</strong></p>
    <p class="small">${t('pages.panel.savedAt', { when })}</p>
  </div>`;
}

function rateForm({ panel, applicant, path, nonce, refused }: ApplicantPage, words: PageWords): Html {
  const { t } = words;
  const { noRating, noComments } = panel.review;
  const { said } = applicant;
  const form: RateForm = refused?.form ?? {
    value: said?.value ?? null,
    comment: said?.comment ?? '',
    looked: said !== null,
  };
  const described = refused === undefined ? null : html` aria-describedby="problem"`;
  return html`<form method="post" action="${path}/${applicant.place}" ${described}>
    ${refused !== undefined && refusedNote(t(PROBLEM_WORDS[refused.problem]), words)} ${guards(nonce, words)}
    ${!noRating && stars(form, t, noComments)} ${!noComments && commentField(form, t, noRating)}
    ${
      noRating &&
      noComments &&
      html`<label class="tick"
        ><input type="checkbox" name="looked" value="yes" required${when(form.looked, 'checked')} />
        ${t('pages.panel.looked')}</label
      >`
    }
    <button type="submit">${said === null ? t('pages.panel.save') : t('pages.panel.change')}</button>
  </form>`;
}

/** R47: no stars are given before somebody gives them. */
function stars({ value }: RateForm, t: PageWords['t'], isAll: boolean): Html {
  return html`<fieldset class="stars" aria-describedby="scale">
    <legend>${t('pages.panel.rating')}</legend>
    <p class="small" id="scale">${t('pages.panel.scale')}</p>
    <div>
      ${STARS.map(
        (one) =>
          html`<label
            ><input
              type="radio"
              name="value"
              value="${one}"
              ${when(one === value, 'checked')}${when(isAll, 'required')}
            /><span aria-hidden="true">${one}<i>★</i></span
            ><span class="heard">${t('pages.panel.stars', { value: one })}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

function commentField({ comment }: RateForm, t: PageWords['t'], isAll: boolean): Html {
  return html`<label class="field" for="comment"
      >${isAll ? t('pages.panel.comment') : t('pages.panel.optionalComment')}</label
    >
    <p class="small" id="hint">${t('pages.panel.commentHint')}</p>
    <textarea
      id="comment"
      name="comment"
      rows="6"
      maxlength="${LONGEST_COMMENT}"
      aria-describedby="hint"
      ${when(isAll, 'required')}
    >
${comment}</textarea>`;
}
