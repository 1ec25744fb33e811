import { describe, expect, it } from 'vitest';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { enterPanelRating } from '../../shared/domain/panel-rating.js';
import { plainToRichText } from '../../shared/domain/plain-to-rich-text.js';
import { panelReview } from '../../shared/domain/progress-actions/panel-review.js';
import { applicant, planContext } from '../../shared/testing/plan-builders.js';
import type { Saved } from './commit.js';
import type { StoredReview } from './roster/rows.js';
import type { Session } from './session.js';
import { FakeHost } from './testing/fake-host.js';
import { APPLICATION, BASICS, EBBA, nameOfDatabase, open, save, unwrap, VACANCY } from './testing/suite-desk.js';

const ONE = { ...applicant(1, { id: EBBA }), applicationId: APPLICATION, vacancyId: VACANCY };
const TEXT = { subject: 'Bedöm', contents: plainToRichText('{collaborative-link-url}') };

/** A request that was sent to one reviewer: what the plan of the action writes, and nothing else. */
async function ask(session: Session): Promise<{ readonly saved: Saved; readonly review: StoredReview }> {
  const external = [{ name: 'Ida', address: 'ida@example.com', language: 'sv' }] as const;
  const plan = panelReview.plan(
    [ONE],
    {
      ...{
        internal: [],
        external,
        noRating: false,
        noComments: false,
        notifies: false,
        withholdsPersonal: false,
        wordless: [],
      },
      ...{ from: { name: 'Eva', address: 'eva@example.com' }, unticked: new Set(), tickedIn: new Set() },
      texts: { sv: TEXT },
    },
    planContext({ newId: () => session.newId() }),
  );
  expect(plan.problems).toEqual([]);
  const saved = await save(session, plan.joint?.changes ?? [], 'panel-review');
  const [review] = session.roster.current().panelReviews.values();
  if (review === undefined) throw new Error('no request was saved');
  return { saved, review };
}

function standing(session: Session) {
  const { panelReviews, applications } = session.roster.current();
  return {
    requests: panelReviews.size,
    mails: session.roster
      .current()
      .messagesOf(null)
      .map(({ state, reason }) => [state, reason]),
    ratings: applications.get(APPLICATION)?.panelRatings.map(({ value }) => value),
  };
}

async function rate(session: Session, review: StoredReview): Promise<Saved> {
  const reviewerId = review.reviewers[0]?.id ?? '';
  const rated = { reviewId: review.id, review, reviewerId, applicationId: APPLICATION, personId: EBBA };
  const score = { value: 6, comment: 'Klok' };
  return await save(session, [
    unwrap(enterPanelRating(rated, score, { at: 7, by: null, newId: () => session.newId() })),
  ]);
}

describe('undo of a panel review', () => {
  it('R45 C18 takes the request and its held mails back, and survives a restart before that', async () => {
    const host = new FakeHost();
    const name = nameOfDatabase();
    const before = await open(host, name);
    await save(before, BASICS);
    const { saved } = await ask(before);
    await before.close();
    const session = await open(host, name);
    expect(standing(session)).toEqual({ requests: 1, mails: [['held', 'mail/needs-server']], ratings: [] });
    unwrap(await session.undo(saved));
    expect(standing(session)).toEqual({ requests: 0, mails: [['cancelled', null]], ratings: [] });
    await session.close();
  });

  it('R45 keeps the request when its mail has left', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, BASICS);
    const { saved } = await ask(session);
    const [mail] = session.roster.current().messagesOf(null);
    for (const state of ['sending', 'sent'] as const) {
      const event = deliveryEvent({ id: session.newId(), at: 2_000_000, by: null, state, attempt: 1 });
      await save(session, [{ kind: 'event', table: 'message', id: mail?.id ?? '', dossier: null, event }], 'deliver');
    }
    const { kept } = unwrap(await session.undo(saved));
    expect(kept.map(({ change, reason }) => [change.table, reason])).toEqual([
      ['message', 'already-left'],
      ['panelReview', 'already-left'],
    ]);
    expect(standing(session)).toMatchObject({ requests: 1, mails: [['sent', null]] });
    await session.close();
  });

  it('R47 keeps the request once somebody has reviewed; a review itself can be taken back', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, BASICS);
    const { saved, review } = await ask(session);
    const rated = await rate(session, review);
    expect(standing(session)).toMatchObject({ ratings: [6] });
    unwrap(await session.undo(saved));
    expect(standing(session)).toMatchObject({ requests: 1, ratings: [6] });
    unwrap(await session.undo(rated));
    expect(standing(session)).toMatchObject({ requests: 1, ratings: [] });
    await session.close();
  });

  it('G-5 ratings go with the erased dossier; the request keeps nothing of the candidate', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, BASICS);
    const { review } = await ask(session);
    await rate(session, review);
    await save(session, [{ kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true }]);
    const roster = session.roster.current();
    expect(roster.applications.size).toBe(0);
    expect(roster.panelReviews.get(review.id)).toEqual(review);
    expect(roster.messagesOf(null)).toHaveLength(1);
    await session.close();
  });
});
