import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../shared/records/primitives.js';
import { setField } from '../../../shared/testing/change-builders.js';
import { bringCv } from '../../testing/asked-panel.js';
import { ENGINES } from '../../testing/engines.js';
import { beginWork, fileSomebody, mailLogin, type MailedLogin } from '../../testing/mailed-login.js';
import { PageVisitor } from '../../testing/page-visitor.js';
import { newId } from '../../testing/records.js';
import type { SigningLaptop } from '../../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../../testing/test-organisation.js';

const OWN = 'three green lamps burn';
let people = 0;

describe.each(ENGINES)('G-13: the own page of somebody with several dossiers, on $name', ({ shared }) => {
  let there: TestOrganisation;
  let laptop: SigningLaptop;
  let by: string;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
    laptop = await there.laptop();
    by = await beginWork(laptop);
  });
  afterAll(async () => {
    await there.app.close();
  });

  const file = async (givenName: string) => await fileSomebody(laptop, by, { givenName });
  const bring = async (personId: PersonId, name: string) => {
    await bringCv({ laptop, by } as never, { personId }, { name });
  };

  /** Somebody who has logged in and chosen a password. */
  async function inside(givenName: string): Promise<{ readonly login: MailedLogin; readonly visitor: PageVisitor }> {
    people += 1;
    const login = await mailLogin(laptop, by, { email: `joined${people.toString()}@example.com`, givenName });
    const visitor = new PageVisitor(there.app);
    await visitor.send(login.path, { 'user-name': login.userName, password: login.password });
    await visitor.send('/my/password', { password: OWN, repeated: OWN });
    return { login, visitor };
  }

  /** A recruiter joins a dossier to another one; null: takes the join back. */
  async function join(from: PersonId, into: PersonId | null): Promise<void> {
    const event = { id: newId(), type: 'merge', at: 5, by, into };
    await laptop.write([{ kind: 'event', table: 'person', id: from, dossier: from, event }], {
      by,
      action: 'merge-people',
    });
  }

  async function erase(id: PersonId): Promise<void> {
    const target = { table: 'person', id, dossier: id };
    await laptop.write([{ kind: 'erase', ...target, whole: true, forgets: true }], {
      by,
      action: 'delete-permanently',
    });
  }

  /** The pages that a browser goes through, the last one with who stands on it. */
  async function follow(visitor: PageVisitor, url: string): Promise<readonly string[]> {
    const seen: string[] = [];
    for (let at: unknown = url; typeof at === 'string' && seen.length < 6;) {
      const { headers, text } = await visitor.see(at);
      seen.push(headers['location'] === undefined ? (/<bdi>(\w+) /.exec(text)?.[1] ?? at) : at);
      at = headers['location'];
    }
    return seen;
  }

  it('shows the details of the one that stands, and what lies in all of them, over several joins', async () => {
    const { login, visitor } = await inside('First');
    const [second, third, other] = [await file('Second'), await file('Third'), await file('Other')];
    await join(login.personId, second);
    await join(second, third);
    await join(other, third);
    await bring(login.personId, 'of the first.pdf');
    await bring(other, 'of the other.pdf');
    expect(await follow(visitor, '/my')).toEqual(['Third']);
    const { text } = await visitor.see('/my');
    for (const name of ['of the first.pdf', 'of the other.pdf']) expect(text).toContain(name);
  });

  it('shows nothing of a dossier whose join was taken back, to neither of the two', async () => {
    const [one, other] = [await inside('One'), await inside('Other')];
    await bring(one.login.personId, 'of the one.pdf');
    await bring(other.login.personId, 'of the other.pdf');
    await join(one.login.personId, other.login.personId);
    expect((await other.visitor.see('/my')).text).toContain('of the one.pdf');
    await join(one.login.personId, null);
    expect(await follow(one.visitor, '/my')).toEqual(['One']);
    expect((await one.visitor.see('/my')).text).not.toContain('of the other.pdf');
    expect(await follow(other.visitor, '/my')).toEqual(['Other']);
    expect((await other.visitor.see('/my')).text).not.toContain('of the one.pdf');
  });

  it('shows the own dossier again when the one that stood for it is gone', async () => {
    const { login, visitor } = await inside('Left');
    const survivor = await file('Gone');
    await join(login.personId, survivor);
    expect(await follow(visitor, '/my')).toEqual(['Gone']);
    await erase(survivor);
    expect(await follow(visitor, '/my')).toEqual(['Left']);
  });

  it('of a ring shows the dossier with the smallest id, as laptops do, whichever of them the password is for', async () => {
    const [one, other] = [await inside('One'), await inside('Other')];
    await join(one.login.personId, other.login.personId);
    await join(other.login.personId, one.login.personId);
    const shown = one.login.personId < other.login.personId ? 'One' : 'Other';
    for (const { visitor } of [one, other]) expect(await follow(visitor, '/my')).toEqual([shown]);
  });

  it('sends somebody of whom nothing can be shown to the log-in page, and not round and round', async () => {
    const { login, visitor } = await inside('Newer');
    const target = { table: 'person', id: login.personId, dossier: login.personId };
    await laptop.write([setField(target, 'language', 'of a newer program', [])], { by });
    expect(await follow(visitor, '/my')).toEqual(['/my', login.path]);
    expect(visitor.cookie).toBe('__Host-fairdesk-my=');
  });
});
