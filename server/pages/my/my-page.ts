import {
  CONSENT_PURPOSES,
  newestConsent,
  isConsentValid,
  type ConsentPurpose,
} from '../../../shared/domain/capture-notice.js';
import { erasureAskedAt, type OwnDetails } from '../../../shared/domain/own-page.js';
import { postalAddressOf } from '../../../shared/domain/postal-address.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { dateIn, instantAt, type Instant } from '../../../shared/lib/time.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import { html, type Html } from '../html.js';
import { detailList } from '../detail-list.js';
import { documentOf } from '../layout.js';
import type { PageWords } from '../page-words.js';
import type { Candidate } from './find-candidate.js';
import { field, nonceField, problemBox, type MyProblem } from './form.js';
import { SHOWN_FIELDS } from './own-details.js';

/** What was done last, said once above the page. */
export const DONE = {
  details: 'pages.my.doneDetails',
  consent: 'pages.my.doneConsent',
  erasure: 'pages.my.doneErasure',
  password: 'pages.my.donePassword',
} as const satisfies Record<string, MessageKey>;

/** What an application's status is to the person whom it is about: where it stands, and nothing that was not told by mail. */
const STATUS_WORDS: Partial<Record<ApplicationStatus, MessageKey>> = {
  new: 'pages.my.status.received',
  transferred: 'pages.my.status.received',
  restored: 'pages.my.status.received',
  invited: 'pages.my.status.invited',
  offered: 'pages.my.status.offered',
  saved: 'pages.my.status.saved',
  rejected: 'pages.my.status.closed',
  withdrawn: 'pages.my.status.withdrawn',
  hired: 'pages.my.status.hired',
};

const PURPOSE_WORDS = {
  'this-fair': 'pages.my.consents.this-fair',
  'cv-database': 'pages.my.consents.cv-database',
} as const satisfies Record<ConsentPurpose, MessageKey>;

export interface MyPage {
  readonly candidate: Candidate;
  /** Of a form, by its path. */
  readonly nonceFor: (path: string) => string;
  readonly done: keyof typeof DONE | null;
  /** Which of the files are there whole, by their place in the list. */
  readonly files: readonly boolean[];
  /** Nothing is said to be later, whatever a laptop's clock said. */
  readonly now: Instant;
  readonly refused: {
    readonly form: 'details' | 'consent' | 'erasure';
    readonly problem: MyProblem;
    readonly typed?: OwnDetails;
    /** What the form showed at first. */
    readonly shown?: Partial<OwnDetails>;
  } | null;
}

/** `/my`: what is kept about somebody, and what they may do about it. */
export function myPage(page: MyPage, words: PageWords): string {
  const { candidate, done } = page;
  const { own, organisation } = candidate;
  const { t } = words;
  const body = html`<p class="kind">${t('pages.my.title')}</p>
    <h1><bdi>${own.fields.givenName} ${own.fields.familyName}</bdi></h1>
    ${done !== null && html`<div class="saved" role="status"><p>${t(DONE[done])}</p></div>`}
    <p>${t('pages.my.intro', { organisation: organisation.name })}</p>
    ${details(page, words)} ${applications(page, words)} ${consents(page, words)} ${files(page, words)}
    ${erasure(page, words)}
    <section class="foot">
      <a href="/my/password">${t('pages.my.changePassword')}</a>
      <form method="post" action="/my/log-out">
        ${nonceField(page.nonceFor('log-out'))}
        <button type="submit" class="quiet">${t('pages.my.logOut')}</button>
      </form>
    </section>`;
  return documentOf({ title: t('pages.my.title'), organisation, body }, words);
}

function details({ candidate: { own }, nonceFor, refused }: MyPage, words: PageWords): Html {
  const { t } = words;
  const { givenName, familyName, phone, school, city, email } = own.fields;
  const stands: OwnDetails = { givenName, familyName, phone, school, city, postalAddress: postalAddressOf(own.events) };
  const mine = refused?.form === 'details' ? refused : null;
  const typed = mine?.typed ?? stands;
  const shown = mine?.shown ?? stands;
  const line = (name: keyof OwnDetails, autocomplete: string, type: 'text' | 'tel' = 'text', isRequired = false) =>
    field({ name, label: t(`pages.my.fields.${name}`), value: typed[name], autocomplete, type, isRequired });
  return html`<section class="card" aria-labelledby="details">
    <h2 id="details">${t('pages.my.details')}</h2>
    ${detailList([{ label: t('pages.my.fields.email'), value: email }])}
    <p class="small">${t('pages.my.emailStays')}</p>
    <form method="post" action="/my/details">
      ${problemBox(mine?.problem ?? null, words)} ${nonceField(nonceFor('details'))}
      ${SHOWN_FIELDS.map(
        (name) =>
          shown[name] !== undefined && html`<input type="hidden" name="shown-${name}" value="${shown[name]}" />`,
      )}
      ${line('givenName', 'given-name', 'text', true)} ${line('familyName', 'family-name', 'text', true)}
      ${line('phone', 'tel', 'tel')}
      <label class="field" for="postalAddress">${t('pages.my.fields.postalAddress')}</label>
      <textarea id="postalAddress" name="postalAddress" rows="3" maxlength="500" autocomplete="street-address">
${typed.postalAddress}</textarea>
      ${line('city', 'address-level2')} ${line('school', 'organization')}
      <button type="submit">${t('pages.my.saveDetails')}</button>
    </form>
  </section>`;
}

function applications({ candidate, now }: MyPage, { t, day }: PageWords): Html {
  const { applications: all, organisation } = candidate;
  return html`<section class="card" aria-labelledby="applications">
    <h2 id="applications">${t('pages.my.applications')}</h2>
    ${all.length === 0 && html`<p>${t('pages.my.noApplications')}</p>`}
    <ul class="plain">
      ${all.map(({ vacancy, receivedAt, status }) => {
        const words = STATUS_WORDS[status];
        return html`<li>
          <strong><bdi>${vacancy}</bdi></strong>
          <span class="small"
            >${t('pages.my.received', { date: day(Math.min(receivedAt, now), organisation.zone) })}</span
          >
          ${words !== undefined && html`<span>${t(words)}</span>`}
        </li>`;
      })}
    </ul>
  </section>`;
}

function consents({ candidate, nonceFor, now, refused }: MyPage, words: PageWords): Html {
  const { t } = words;
  const { own, organisation } = candidate;
  const today = dateIn(organisation.zone, now);
  return html`<section class="card" aria-labelledby="consents">
    <h2 id="consents">${t('pages.my.consentsTitle')}</h2>
    ${problemBox(refused?.form === 'consent' ? refused.problem : null, words)}
    <ul class="plain">
      ${CONSENT_PURPOSES.map((purpose) => {
        const said = newestConsent(purpose, own.events);
        const stands = said?.given === true && isConsentValid(said, today);
        return html`<li>
          <strong>${t(PURPOSE_WORDS[purpose])}</strong>
          <span class="small">${consentState(said, { stands, zone: organisation.zone, now }, words)}</span>
          ${
            stands &&
            html`<form method="post" action="/my/consent">
              ${nonceField(nonceFor('consent'))}
              <input type="hidden" name="purpose" value="${purpose}" />
              <button type="submit" class="quiet">
                ${t('pages.my.withdraw')}<span class="heard">: ${t(PURPOSE_WORDS[purpose])}</span>
              </button>
            </form>`
          }
        </li>`;
      })}
    </ul>
    <p class="small">${t('pages.my.consentsHint')}</p>
  </section>`;
}

function consentState(
  said: ReturnType<typeof newestConsent>,
  { stands, zone, now }: { readonly stands: boolean; readonly zone: string; readonly now: Instant },
  { t, day }: PageWords,
): string {
  if (said === null) return t('pages.my.consentNone');
  const date = day(Math.min(said.at, now), zone);
  if (!said.given) return t('pages.my.consentWithdrawn', { date });
  if (!stands) return t('pages.my.consentOver');
  if (said.until === null) return t('pages.my.consentGiven', { date });
  return t('pages.my.consentUntil', { date: day(instantAt(zone, said.until, '12:00'), zone) });
}

function files({ candidate: { documents }, files: whole }: MyPage, { t }: PageWords): Html {
  return html`<section class="card" aria-labelledby="files">
    <h2 id="files">${t('pages.my.files')}</h2>
    ${documents.length === 0 && html`<p>${t('pages.my.noFiles')}</p>`}
    <ul class="files">
      ${documents.map(({ name }, at) =>
        whole[at] === true
          ? html`<li><a href="/my/files/${at + 1}">${t('pages.my.downloadFile', { name })}</a></li>`
          : html`<li><bdi>${name}</bdi> <span class="small">${t('pages.my.fileLater')}</span></li>`,
      )}
    </ul>
    <p><a class="next" href="/my/download">${t('pages.my.downloadAll')}</a></p>
    <p class="small">${t('pages.my.downloadHint')}</p>
  </section>`;
}

function erasure({ candidate: { own, organisation }, nonceFor, refused, now }: MyPage, words: PageWords): Html {
  const { t, day } = words;
  const since = erasureAskedAt(own.events);
  return html`<section class="card" aria-labelledby="erasure">
    <h2 id="erasure">${t('pages.my.erasure')}</h2>
    ${
      since === null
        ? html`<p>${t('pages.my.erasureText', { organisation: organisation.name })}</p>
            <form method="post" action="/my/erasure">
              ${problemBox(refused?.form === 'erasure' ? refused.problem : null, words)}
              ${nonceField(nonceFor('erasure'))}
              <label class="tick"
                ><input type="checkbox" name="sure" value="yes" required /> ${t('pages.my.sure')}</label
              >
              <button type="submit" class="quiet">${t('pages.my.askErasure')}</button>
            </form>`
        : html`<p>${t('pages.my.erasureAsked', { date: day(Math.min(since, now), organisation.zone) })}</p>`
    }
  </section>`;
}
