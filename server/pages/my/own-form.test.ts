import { describe, expect, it } from 'vitest';
import { setField } from '../../../shared/testing/change-builders.js';
import { beginAsking } from '../../testing/asked-panel.js';
import { ENGINES } from '../../testing/engines.js';
import { mailLogin } from '../../testing/mailed-login.js';
import { PageVisitor } from '../../testing/page-visitor.js';
import { testOrganisation } from '../../testing/test-organisation.js';

const OWN = 'three green lamps burn';

describe.each(ENGINES)('the form of one’s own details, on $name', ({ shared }) => {
  it('C17: leaves what a recruiter corrected while the page was open', async () => {
    const there = await testOrganisation(await shared());
    const { laptop, by } = await beginAsking(await there.laptop());
    const login = await mailLogin(laptop, by, { email: 'ebba@example.com', phone: '070 "1"', city: 'Umeå' });
    const visitor = new PageVisitor(there.app);
    await visitor.send(login.path, { 'user-name': login.userName, password: login.password });
    await visitor.send('/my/password', { password: OWN, repeated: OWN });
    const open = await visitor.open('/my', '/my/details');
    const target = { table: 'person', id: login.personId, dossier: login.personId } as const;
    await laptop.write([setField(target, 'phone', '070 9', [])], { by });
    const typed = { givenName: 'Ebba', familyName: 'Norrlander', phone: '070 "1"', postalAddress: '', school: '' };
    await open({ ...typed, city: 'Lund' });
    const page = (await visitor.see('/my')).text;
    expect(page).toContain('value="Lund"');
    expect(page).toContain('value="070 9"');
    await (
      await visitor.open('/my', '/my/details')
    )({ ...typed, phone: '070 2', city: 'Lund' });
    expect((await visitor.see('/my')).text).toContain('value="070 2"');
    await there.app.close();
  });
});
