import { expect, it } from 'vitest';
import { DAY, HOUR } from '../../shared/lib/time.js';
import { applicationCreate, vacancyCreate } from '../../shared/testing/change-builders.js';
import { beginAsking } from '../testing/asked-panel.js';
import { ENGINES } from '../testing/engines.js';
import { InvitedCandidate } from '../testing/invited-candidate.js';
import { mailLogin } from '../testing/mailed-login.js';
import { PageVisitor } from '../testing/page-visitor.js';
import { newId } from '../testing/records.js';
import { testOrganisation } from '../testing/test-organisation.js';

const AHEAD = 400 * DAY;
const OWN = 'three green lamps burn';

/** Days that a page says after these words. */
function daysAfter(words: RegExp, text: string): readonly number[] {
  return [...text.matchAll(new RegExp(`${words.source} (\\d+ \\w+ \\d{4})`, 'g'))].map(([, day = '']) =>
    Date.parse(day),
  );
}

it.each(ENGINES)(
  'a page says of nothing that it happened later than now, whatever a laptop’s clock said, on $name',
  async ({ shared }) => {
    const there = await testOrganisation(await shared());
    const asking = await beginAsking(await there.laptop());
    const { laptop, by } = asking;
    const visitor = new PageVisitor(there.app);

    const { candidate, path } = await InvitedCandidate.invite(asking);
    const answer = { type: 'answer', answer: 'accepted', sequence: 0, via: 'recruiter', givenAt: null, proposed: null };
    await candidate.note({ ...answer, at: Date.now() + AHEAD } as never);
    const given = daysAfter(/Given/, (await visitor.see(path)).text);

    const login = await mailLogin(laptop, by, { email: 'ahead@example.com' });
    const { personId } = login;
    const consent = {
      type: 'consent',
      purpose: 'cv-database',
      given: true,
      noticeVersion: '1',
      language: 'en',
      until: null,
    };
    const event = { ...consent, id: newId<string>(), at: Date.now() + AHEAD, by };
    const vacancyId = newId<never>();
    await laptop.write(
      [
        vacancyCreate(vacancyId),
        applicationCreate(newId<never>(), { personId, vacancyId, receivedAt: Date.now() + AHEAD }),
        { kind: 'event', table: 'person', id: personId, dossier: personId, event },
      ],
      { by, action: 'read-export' },
    );
    await visitor.send(login.path, { 'user-name': login.userName, password: login.password });
    await visitor.send('/my/password', { password: OWN, repeated: OWN });
    const own = daysAfter(/(?:Given|Received) on/, (await visitor.see('/my')).text);

    expect([given.length, own.length]).toEqual([1, 2]);
    for (const day of [...given, ...own]) expect(day).toBeLessThan(Date.now() + 15 * HOUR);
    await there.app.close();
  },
);
