import type { Change } from '../../../shared/changes/change-set.js';
import { notifyOfReview } from '../../../shared/domain/panel-notification.js';
import { reviewerName } from '../../../shared/domain/panel-rating.js';
import type { Queries } from '../../database/database.js';
import { deviceOfNode, serverDevice } from '../../store/organisation-rows.js';
import { wordsIn } from '../page-words.js';
import type { Panel } from './find-panel.js';

interface Given {
  readonly panel: Panel;
  /** Of this reviewer, this one included. */
  readonly done: number;
  /** Whether the server sends mails itself; else the laptop does that asked. */
  readonly sendsEmail: boolean;
  readonly now: number;
  readonly newId: () => string;
}

/** T6: tells whoever asked that a review was given, where they wished it. */
export async function notify(
  queries: Queries,
  { panel, done, sendsEmail, ...stamp }: Given,
): Promise<readonly Change[]> {
  const { review, reviewer, vacancy, applicants, asking, organisation } = panel;
  if (!review.notifies || asking === null) return [];
  const deliverBy = sendsEmail
    ? await serverDevice(queries, organisation.id)
    : await deviceOfNode(queries, organisation.id, panel.askedFrom);
  if (deliverBy === null) return [];
  const language = vacancy.languages[0] ?? reviewer.language ?? 'en';
  const { t } = wordsIn(language);
  const name = reviewerName(reviewer);
  const progress = t('pages.panel.progress', { done, all: applicants.length });
  const words = {
    subject: t('panel.notifySubject', { vacancy: vacancy.title }),
    lines: [t('panel.notifyText', { name, vacancy: vacancy.title }), `${name}: ${progress}`, t('panel.notifyWhere')],
  };
  const to = { name: asking.name, address: asking.email };
  return notifyOfReview({ vacancyId: review.vacancyId, to, language, words, deliverBy }, stamp);
}
