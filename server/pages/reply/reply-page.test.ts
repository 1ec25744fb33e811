import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { DAY, HOUR, MINUTE } from '../../../shared/lib/time.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { setField } from '../../../shared/testing/change-builders.js';
import { askPanel, beginAsking, type AskingLaptop } from '../../testing/asked-panel.js';
import { ENGINES } from '../../testing/engines.js';
import { InvitedCandidate } from '../../testing/invited-candidate.js';
import { nonceIn, PageVisitor } from '../../testing/page-visitor.js';
import type { SigningLaptop } from '../../testing/signing-laptop.js';
import { TRAP } from '../form-fields.js';
import { testOrganisation, type TestOrganisation } from '../../testing/test-organisation.js';

describe.each(ENGINES)('the page where a candidate answers, on $name', ({ shared }) => {
  let there: TestOrganisation;
  let laptop: SigningLaptop;
  let asking: AskingLaptop;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
    laptop = await there.laptop();
    asking = await beginAsking(laptop);
  });
  afterAll(async () => {
    await there.app.close();
  });
  const visitor = () => new PageVisitor(there.app);
  const standing = async (candidate: InvitedCandidate) => await candidate.standing(there.database, there.id);
  const open = { status: 'invited', cancelled: false, reminder: 'held', invitation: 'held' };
  const REFUSED = 'refused mail/application-withdrawn';
  const out = { status: 'withdrawn', accTime: 'withdrawn', cancelled: true, reminder: REFUSED, invitation: REFUSED };

  it('R68 R85 R86: shows company, first name, date and place, and nothing else; four answers and none of them chosen', async () => {
    const startsAt = Date.UTC(2027, 0, 21, 12, 30);
    const { candidate, path } = await InvitedCandidate.invite(asking, { interview: { startsAt } });
    const { status, text } = await visitor().see(path);
    expect(status).toBe(200);
    for (const shown of ['Fjordkraft', 'Hello Ebba,', 'Thursday, 21 January 2027', '13:30', '30 minutes', 'Stand B12'])
      expect(text).toContain(shown);
    expect(text.match(/type="radio"/g)).toHaveLength(4);
    expect(text).not.toMatch(/ checked|Norrlander|ebba@|Trainee|interview\.ics|Maja/);
    expect(text).toContain('until 22 January 2027 at 13:30');
    expect(await standing(candidate)).toMatchObject({ ...open, accTime: 'awaiting', given: [] });
  });

  it.each([
    ['R87', 'accepted', 'Yes, I will attend'],
    ['R88', 'not-accepted', 'No, I cannot attend'],
    ['R89', 'new-time', 'Contact me for new appointment'],
  ] as const)('%s R91: %s is what calendar and dossier of every laptop show', async (_rule, answer, words) => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const { cursor } = await laptop.load();
    const ebba = visitor();
    const sent = await ebba.send(path, { answer });
    expect([sent.status, sent.headers['location']]).toEqual([303, path]);
    expect(await standing(candidate)).toMatchObject({
      ...{ ...open, accTime: answer },
      given: [{ answer, via: 'page', by: null, wish: '' }],
    });
    const { lines } = await laptop.pull(cursor);
    expect(lines.flatMap((line) => ('changeSet' in line ? [line.changeSet] : []))).toMatchObject([
      { action: 'edit-meeting-invitation', by: null, changes: [{ table: 'interview', id: candidate.interviewId }] },
    ]);
    const { text } = await ebba.see(path);
    expect(text).toContain(`You answered: ${words}`);
    expect(text).toMatch(/Given \d+ \w+ 20\d\d at \d\d:\d\d\. You can change it here until/);
    expect(text).not.toMatch(/ checked/);
  });

  it('R11 R90 C34: the fourth ends the application, its reminder, its invitation and its interview', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const ebba = visitor();
    expect((await ebba.send(path, { answer: 'withdrawn', sure: 'yes' })).status).toBe(303);
    expect(await standing(candidate)).toMatchObject(out);
    const { text } = await ebba.see(path);
    expect(text).toContain('You have withdrawn your application');
    expect(text).not.toContain('does not take place');
  });

  it('C18: ends no application until that is ticked, too, and keeps what was chosen', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const before = await standing(candidate);
    for (const sure of ['', 'no']) {
      const refused = await visitor().send(path, { answer: 'withdrawn', sure });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Tick the box as well if you want to withdraw your application.');
      expect(refused.text).toMatch(/value="withdrawn"\s+required checked/);
    }
    expect(await standing(candidate)).toEqual(before);
  });

  it('tells whoever answers that what was ended by the recruiter does not take place', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    await candidate.become('invited', 'rejected');
    await candidate.note({ type: 'cancellation' });
    const ebba = visitor();
    expect((await ebba.see(path)).text).toContain('does not take place');
    await ebba.send(path, { answer: 'accepted' });
    const { text } = await ebba.see(path);
    expect(text).toContain('does not take place');
    expect(text).not.toMatch(/reject|interview\.ics/);
    await ebba.send(path, { answer: 'withdrawn', sure: 'yes' });
    const after = (await ebba.see(path)).text;
    expect(after).toContain('You answered: Please withdraw my application');
    expect(after).not.toContain('You have withdrawn');
  });

  it('leads nowhere a day after the interview began, and when it is called off: to the byte as any other link', async () => {
    const known = await visitor().see('/p/nobody');
    const startsAt = Date.now() + HOUR;
    const { path } = await InvitedCandidate.invite(asking, { interview: { startsAt } });
    const soon = await testOrganisation(there.database, { now: () => startsAt + DAY - MINUTE });
    const late = await testOrganisation(there.database, { now: () => startsAt + DAY });
    expect((await new PageVisitor(soon.app).send(path, { answer: 'accepted' })).status).toBe(303);
    const off = await InvitedCandidate.invite(asking);
    await off.candidate.note({ type: 'cancellation' });
    const gone = await InvitedCandidate.invite(asking);
    const target = { table: 'person', id: gone.candidate.personId, dossier: gone.candidate.personId };
    await gone.candidate.write([{ kind: 'erase', ...target, whole: true, forgets: true }]);
    const panel = await askPanel(asking);
    const fine = (await InvitedCandidate.invite(asking)).path;
    const urls = [
      ...[off.path, gone.path].flatMap((one) => [one, `${one}/interview.ics`]),
      ...['/r', '/r/', '/r/short', `/r/${'a'.repeat(43)}`, `/r/${'a'.repeat(99)}`, '/r/a/b/c'],
      ...[fine.replace('/r/', '/p/'), panel.path.replace('/p/', '/r/'), `${fine}/interview.ics`, `${fine}/1`],
      `${fine.slice(0, -1)}${fine.endsWith('A') ? 'B' : 'A'}`,
    ];
    for (const url of urls) expect({ url, ...(await visitor().see(url)) }).toEqual({ url, ...known });
    expect(await new PageVisitor(late.app).see(path)).toEqual(known);
    for (const url of [off.path, '/r/nobody', `${fine}/interview.ics`])
      expect({ url, ...(await visitor().ask('POST', url, { body: 'answer=accepted' })) }).toEqual({ url, ...known });
    const links = await there.database.query(
      'SELECT 1 AS one FROM page_link WHERE record NOT IN (SELECT id FROM record)',
    );
    expect(links).toEqual([]);
    for (const { app } of [soon, late]) await app.close();
  });

  it('writes nothing when it is only looked at', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const before = (await laptop.load()).cursor;
    for (const url of [path, `${path}/interview.ics`, `${path}?answer=withdrawn`])
      for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) await visitor().ask(method, url);
    expect((await laptop.pull(before)).lines).toEqual([]);
    expect((await standing(candidate)).given).toEqual([]);
  });

  it.each([
    ['no choice', { answer: '' }, 'Choose one of the four answers.'],
    ['another choice', { answer: 'awaiting' }, 'Choose one of the four answers.'],
    ['a long wish', { answer: 'new-time', wish: 'x'.repeat(501) }, 'Your wish is too long.'],
    [
      'the hidden field',
      { answer: 'accepted', [TRAP]: 'https://example.com' },
      'A field that nobody sees was filled in',
    ],
    ['a forged form', { answer: 'accepted', nonce: 'forged' }, 'was open for too long'],
  ])('writes nothing for %s, says why, and keeps what was typed', async (_what, fields, words) => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const answer = await visitor().send(path, { wish: 'After <b>four</b>', ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    if (!('wish' in fields)) expect(answer.text).toContain('After &lt;b&gt;four&lt;/b&gt;');
    expect((await standing(candidate)).given).toEqual([]);
  });

  it('takes no form from elsewhere, of another link, or older than a day', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const other = await InvitedCandidate.invite(asking);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example.com' }])
      expect((await visitor().send(path, { answer: 'accepted' }, headers as never)).status).toBe(422);
    const foreign = nonceIn((await visitor().see(other.path)).text);
    expect((await visitor().send(path, { answer: 'accepted', nonce: foreign })).status).toBe(422);
    const late = await testOrganisation(there.database, { now: () => Date.now() + 25 * HOUR });
    const old = nonceIn((await visitor().see(path)).text);
    expect((await new PageVisitor(late.app).send(path, { answer: 'accepted', nonce: old })).status).toBe(422);
    await late.app.close();
    expect((await standing(candidate)).given).toEqual([]);
  });

  it('R89: takes a wish for another time with the answer that asks for one, and with no other', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const ebba = visitor();
    await ebba.send(path, { answer: 'new-time', wish: ' After\u202e four\u0007\r\nor <Friday> ' });
    expect((await ebba.see(path)).text).toContain('Your wish: After four\nor &lt;Friday&gt;');
    await ebba.send(path, { answer: 'not-accepted', wish: 'typed before' });
    expect((await standing(candidate)).given.map(({ wish }) => wish)).toEqual(['After four\nor <Friday>', '']);
  });

  it('gives whoever said yes the interview for a calendar, with the id of the invitation', async () => {
    const { candidate, path } = await InvitedCandidate.invite(asking);
    const ebba = visitor();
    expect((await ebba.see(`${path}/interview.ics`)).status).toBe(404);
    await ebba.send(path, { answer: 'accepted' });
    expect((await ebba.see(path)).text).toContain(`href="${path}/interview.ics"`);
    const { text, headers } = await ebba.see(`${path}/interview.ics`);
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="interview.ics"',
    });
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain(`UID:${candidate.interviewId}@fairdesk`);
    expect(unfolded).toMatch(
      /METHOD:PUBLISH[^]*SUMMARY:.*Trainee power systems – Fjordkraft\r\n[^]*LOCATION:Stand B12/,
    );
    expect(unfolded).not.toMatch(/Ebba|Norrlander/);
  });

  it.each(LANGUAGES)('is written in the language of the mail: %s', async (language) => {
    const { path } = await InvitedCandidate.invite(asking, { mail: { language } });
    const ebba = visitor();
    const t = createTranslator('en').getFixedT(language);
    expect((await ebba.see(path)).text).toContain(`<dt>${t('pages.reply.date')}</dt>`);
    await ebba.send(path, { answer: 'withdrawn', sure: 'yes' });
    await ebba.send(path, { answer: 'new-time' });
    const { text } = await ebba.ask('GET', path, { headers: { 'accept-language': 'fi' } });
    expect(text).toContain(`<html lang="${language}">`);
    for (const key of ['hello', 'heading', 'choose', 'withdrawHint', 'change', 'withdrawn', 'since'] as const) {
      const values = { name: 'Ebba', answer: t('interview.replyNewTime') };
      expect(text.replaceAll('&#39;', "'")).toContain(t(`pages.reply.${key}`, values));
    }
    for (const key of ['replyAccepted', 'replyNotAccepted', 'replyNewTime', 'replyWithdrawn'] as const)
      expect(text).toContain(t(`interview.${key}`));
  });

  it('forgets a link whose mail no longer names it, and takes thirty answers an hour', async () => {
    const { path } = await InvitedCandidate.invite(asking);
    for (let count = 0; count < 30; count += 1) await visitor().ask('POST', path, { body: 'answer=accepted' });
    expect((await visitor().ask('POST', path, { body: 'answer=accepted' })).status).toBe(429);
    const { candidate, path: other } = await InvitedCandidate.invite(asking);
    const [row] = await there.database.query<{ record: string }>(
      `SELECT record FROM page_link JOIN record ON record.id = page_link.record WHERE dossier = $1`,
      [candidate.personId],
    );
    const target = { table: 'message', id: row!.record, dossier: candidate.personId };
    await candidate.write([setField(target, 'replyTokenHash', null, [])]);
    expect((await visitor().see(other)).status).toBe(404);
  });
});
