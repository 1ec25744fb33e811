import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setField } from '../../shared/testing/change-builders.js';
import { DAY } from '../../shared/lib/time.js';
import type { Database } from '../database/database.js';
import { migrate, readMigrations } from '../database/migrate.js';
import { askPanel, beginAsking, bringCv, type AskingLaptop } from '../testing/asked-panel.js';
import { ENGINES } from '../testing/engines.js';
import { PageVisitor } from '../testing/page-visitor.js';
import { newId, recruiterCreate } from '../testing/records.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';
import { wholeStore } from '../testing/whole-store.js';

describe.each(ENGINES)('a public link, on $name', ({ shared, empty }) => {
  let database: Database;
  let there: TestOrganisation;
  let asking: AskingLaptop;
  let log = '';
  beforeAll(async () => {
    database = await shared();
    const to = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    there = await testOrganisation(database, { log: { level: 'debug', to } });
    asking = await beginAsking(await there.laptop());
  });
  afterAll(async () => {
    await there.app.close();
  });
  const visitor = () => new PageVisitor(there.app);

  it('that leads nowhere answers the same to the byte, whatever the reason', async () => {
    const { laptop, by } = asking;
    const gone = newId<never>();
    await laptop.write([recruiterCreate(gone, { active: false })], { by });
    const closed = await askPanel(asking, { vacancy: { state: 'closed' } });
    const old = await askPanel(asking, { review: { requestedAt: Date.now() - 61 * DAY } });
    const inactive = await askPanel(asking, { reviewer: { recruiterId: gone } });
    const undone = await askPanel(asking);
    const open = await askPanel(asking);
    await laptop.write([{ kind: 'erase', table: 'panelReview', id: undone.reviewId, dossier: null, whole: false }], {
      by,
    });
    const urls = [
      `/p/${randomBytes(32).toString('base64url')}`,
      ...['/p/short', '/p', '/p/', `/p/${'a'.repeat(99)}`, '/p/a/b/c/d/e'],
      ...[closed, old, inactive, undone].flatMap(({ path }) => [path, `${path}/1`, `${path}/1/cv/1`]),
      ...[0, 3, '01', '1.0', 'x', '-1'].map((place) => `${open.path}/${place}`),
      `${open.path}/1/cv/1`,
      `${open.path.slice(0, -1)}${open.path.endsWith('A') ? 'B' : 'A'}`,
    ];
    const known = await visitor().see('/p/nobody');
    expect(known.status).toBe(404);
    expect(known.headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-robots-tag': expect.stringContaining('noindex') as never,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()') as never,
    });
    for (const url of urls) expect({ url, ...(await visitor().see(url)) }).toEqual({ url, ...known });
    for (const url of [open.path, `${closed.path}/1`, '/p/nobody/1'])
      expect({ url, ...(await visitor().ask('POST', url, { body: 'value=5' })) }).toEqual({ url, ...known });
    expect((await visitor().see(open.path)).status).toBe(200);
  });

  it('that is spelt in another way is the same page that is not there, and no way to spell it brings its token into the log', async () => {
    const { path, token } = await askPanel(asking);
    const known = await visitor().see('/p/nobody');
    const nowhere = [
      ...['/p/%zz', '/p/%', '/r/%ff', '/r/%00', '/my/%zz', '/%70/%', '/p/'.padEnd(2000, 'a')],
      ...[`/P/${token}`, `//p/${token}`, `/p%2F${token}`, `/%2Fp/${token}`, `/p/${token}/%`],
      ...[`/P/${token}/1/cv/1`, `/R/${token}`, `/My/${there.id}`, `//my`, '/my%2Fpassword', `/p/${token}.`],
    ];
    for (const url of nowhere) expect({ url, ...(await visitor().see(url)) }).toEqual({ url, ...known });
    for (const [method, url] of [
      ...(['OPTIONS', 'PUT', 'TRACE'] as const).flatMap((one) => [[one, '/my'] as const, [one, path] as const]),
      ...[['OPTIONS', `/my/${there.id}`] as const, ['OPTIONS', '/my/log-in'] as const, ['POST', '/my'] as const],
    ])
      expect({ method, url, ...(await visitor().ask(method, url)) }).toEqual({ method, url, ...known });
    const letter = `%${token.charCodeAt(20).toString(16)}`;
    for (const url of [
      ...[`/%70/${token}`, `/x/${token}`, `/v1/files/${token}`, `/p%252F${token}`, `http://localhost/p/${token}`],
      ...[`/p/./${token}`, `/x/..%2Fp/${token}`, `/x/${token.slice(0, 20)}${letter}${token.slice(21)}`],
    ])
      await visitor().see(url);
    for (const half of [token, token.slice(0, 20), token.slice(21)]) expect(log).not.toContain(half);
    expect((await there.app.inject('/v1/nowhere')).json()).toMatchObject({ code: 'sync/not-found' });
    expect((await there.app.inject('/v1/%zz')).json()).toMatchObject({ code: 'sync/not-found' });
  });

  it('writes nothing when it is only looked at', async () => {
    const panel = await askPanel(asking);
    await bringCv(asking, panel.people[0]!);
    const before = await wholeStore(database);
    for (const path of ['', '/1', '/2', '/1/cv/1', '/9', '/1?value=7&comment=x']) {
      for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) await visitor().ask(method, `${panel.path}${path}`);
    }
    expect(await wholeStore(database)).toBe(before);
    await visitor().send(`${panel.path}/1`, { value: '7' });
    expect(await wholeStore(database)).not.toBe(before);
  });

  it('sets no cookie, and stands in no log', async () => {
    const panel = await askPanel(asking);
    const answers = [await visitor().see(panel.path), await visitor().send(`${panel.path}/1`, { value: '2' })];
    for (const { headers } of answers) expect(headers).not.toHaveProperty('set-cookie');
    await visitor().see(`//${panel.path.slice(1)}`);
    expect(log).toContain('"path":"/p/…"');
    expect(log).not.toContain(panel.token);
    await visitor().see(`/r/${panel.token}/interview.ics`);
    expect(log).toContain('"path":"/r/…"');
    expect(log).not.toContain(panel.token);
  });

  it('says HSTS where it is HTTPS, and only there', async () => {
    const secure = await testOrganisation(database, { publicAddress: 'https://pages.example.com' });
    const header = 'strict-transport-security';
    expect((await new PageVisitor(secure.app).see('/p/nobody')).headers[header]).toBe('max-age=34560000');
    expect((await visitor().see('/p/nobody')).headers[header]).toBeUndefined();
    const laptop = await secure.laptop();
    expect((await laptop.ask('GET', '/v1/hello')).json).toMatchObject({ pages: 'https://pages.example.com' });
    await secure.app.close();
  });

  it('is limited by network and by token, and says for how long', async () => {
    const panel = await askPanel(asking);
    const busy = visitor();
    for (let count = 0; count < 60; count += 1) expect((await busy.see(panel.path)).status).toBe(200);
    const refused = await busy.see(panel.path);
    expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
    expect(refused.text).toContain('Too much at once');
    expect((await busy.see('/pages.css')).status).toBe(200);
    for (let count = 0; count < 30; count += 1) await visitor().ask('POST', `${panel.path}/1`, { body: 'value=5' });
    expect((await visitor().ask('POST', `${panel.path}/1`, { body: 'value=5' })).status).toBe(429);
    const sender = visitor();
    for (let count = 0; count < 10; count += 1) await sender.ask('POST', `/p/${count}/1`, { body: '' });
    expect((await sender.ask('POST', '/p/other/1', { body: '' })).status).toBe(429);
  });

  it('counts an IPv6 network by its /64, in which a browser may have any number of addresses', async () => {
    const looks = async (network: string) => {
      const { status } = await new PageVisitor(there.app, `2001:db8:${network}`).see('/p/nobody');
      return status;
    };
    for (let host = 1; host <= 60; host += 1) expect(await looks(`0:1:${host.toString(16)}::${host}`)).toBe(404);
    expect(await looks('0:1:ffff::1')).toBe(429);
    expect(await looks('0:2::1')).toBe(404);
  });

  it('takes forms alone, of at most 16 kB', async () => {
    const panel = await askPanel(asking);
    const post = async (body: string, type: string) =>
      await visitor().ask('POST', `${panel.path}/1`, { body, headers: { 'content-type': type } });
    expect((await post('x'.repeat(16_385), 'application/x-www-form-urlencoded')).status).toBe(413);
    expect((await post('{}', 'application/json')).status).toBe(400);
    expect((await post('{}', 'application/json')).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('of one organisation is not taken over by another that knows its hash', async () => {
    const panel = await askPanel(asking);
    const { reviewers } = panel.asked.fields as { reviewers: readonly { tokenHash: string }[] };
    const other = await testOrganisation(database);
    const thief = await beginAsking(await other.laptop(), 'Somebody else');
    await askPanel(thief, { reviewer: { tokenHash: reviewers[0]!.tokenHash } });
    expect((await visitor().see(panel.path)).text).toContain('Fjordkraft');
    await other.app.close();
  });

  it('that was asked for before the server knew links is known after the migration', async () => {
    const old = await empty();
    const migrations = readMigrations();
    await migrate(old, migrations.slice(0, 4));
    const hash = 'ab'.repeat(32);
    await old.query(
      `INSERT INTO record (organisation, tbl, id, dossier, place, erased, digest, state)
       VALUES ('00000000-0000-4000-8000-000000000001', 'panelReview', 'r', '', 1, false, 0, $1)`,
      [JSON.stringify({ values: { reviewers: [{ tokenHash: hash }, { tokenHash: 'cd'.repeat(32) }] } })],
    );
    const reply = 'ef'.repeat(32);
    await old.query(
      `INSERT INTO record (organisation, tbl, id, dossier, place, erased, digest, state)
       VALUES ('00000000-0000-4000-8000-000000000001', 'message', 'm', 'p', 2, false, 0, $1),
         ('00000000-0000-4000-8000-000000000001', 'message', 'n', 'p', 2, false, 0, $2)`,
      [JSON.stringify({ values: { replyTokenHash: reply } }), JSON.stringify({ values: { replyTokenHash: null } })],
    );
    await migrate(old, migrations);
    const rows = await old.query(`SELECT encode(token_sha256, 'hex') AS hash, record FROM page_link ORDER BY hash`);
    expect(rows).toEqual([
      { hash, record: 'r' },
      { hash: 'cd'.repeat(32), record: 'r' },
      { hash: reply, record: 'm' },
    ]);
    await old.close();
  });

  it('forgets hashes that its request no longer names', async () => {
    const panel = await askPanel(asking);
    const target = { table: 'panelReview', id: panel.reviewId, dossier: null };
    await asking.laptop.write([setField(target, 'reviewers', [], [])], { by: asking.by });
    const rows = await database.query('SELECT 1 AS one FROM page_link WHERE record = $1', [panel.reviewId]);
    expect(rows).toEqual([]);
    expect((await visitor().see(panel.path)).status).toBe(404);
  });
});
