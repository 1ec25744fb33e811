import { panelProfile } from '../../../shared/domain/panel-page.js';
import type { Profile } from '../../../shared/domain/forwarded-profile.js';
import { singleLine, visibleLines } from '../../../shared/domain/single-line.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { PageWords } from '../page-words.js';
import type { Panel, PanelApplicant } from './find-panel.js';

/** What the request allows a reviewer to see of an applicant, in readable characters and without what is empty. */
export function profileOf(
  { review, vacancy, organisation }: Pick<Panel, 'review' | 'vacancy' | 'organisation'>,
  applicant: PanelApplicant,
  { forward }: PageWords,
): Profile {
  const of = review.applicationIds.length;
  const year = Number(dateIn(organisation.zone, review.requestedAt).slice(0, 4));
  const withholds = review.withholdsPersonal === true;
  const { title, rows, sections } = panelProfile({ ...applicant, vacancy, of }, withholds, { words: forward, year });
  return {
    title: singleLine(title),
    rows: rows.map(({ label, value }) => ({ label, value: singleLine(value) })).filter(({ value }) => value !== ''),
    sections: sections
      .map(({ heading, parts }) => ({
        heading,
        parts: parts
          .map(({ label, text }) => ({ label: singleLine(label), text: visibleLines(text).trim() }))
          .filter(({ text }) => text !== ''),
      }))
      .filter(({ parts }) => parts.length > 0),
  };
}
