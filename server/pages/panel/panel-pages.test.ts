import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { applicationCreate, setField, vacancyCreate } from '../../../shared/testing/change-builders.js';
import { ENGINES } from '../../testing/engines.js';
import { askPanel, beginAsking, bringCv, type AskingLaptop } from '../../testing/asked-panel.js';
import { nonceIn, PageVisitor } from '../../testing/page-visitor.js';
import { newId, recruiterCreate } from '../../testing/records.js';
import type { SigningLaptop } from '../../testing/signing-laptop.js';
import { TRAP } from '../form-fields.js';
import { testOrganisation, type TestOrganisation } from '../../testing/test-organisation.js';

describe.each(ENGINES)('the page of a panel review, on $name', ({ shared }) => {
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

  /** What other laptops hear of it from `cursor` on. */
  async function heard(cursor: string) {
    const { lines } = await laptop.pull(cursor);
    return lines.flatMap((line) => ('changeSet' in line ? line.changeSet.changes : []));
  }

  it('R46 R47 R48: lists the applicants, takes stars and a comment, and every laptop hears of it', async () => {
    const panel = await askPanel(asking);
    const { cursor } = await laptop.load();
    const ida = visitor();
    const list = (await ida.see(panel.path)).text;
    expect(list).toContain('Trainee power systems');
    expect(list).toContain('Maja Lindhult asks you for your opinion on 2 candidates.');
    expect(list).toContain('Jonas Fjellheim');
    expect(list).toContain('0 of 2 completed');
    const page = (await ida.see(`${panel.path}/2`)).text;
    expect(page).toContain('I build substations.');
    expect(page).not.toMatch(/ checked/);
    const sent = await ida.send(`${panel.path}/2`, { value: '6', comment: ' Calm\u202e and\u0007 clear\r\nYes ' });
    expect([sent.status, sent.headers['location']]).toEqual([303, `${panel.path}/2`]);
    const [, jonas] = panel.people;
    expect(await heard(cursor)).toMatchObject([
      {
        ...{ kind: 'event', table: 'application', id: jonas?.applicationId, dossier: jonas?.personId },
        event: {
          ...{ type: 'panel-rating', value: 6, comment: 'Calm and clear\nYes', by: null },
          ...{ reviewId: panel.reviewId, reviewerId: panel.reviewerId },
        },
      },
    ]);
    const after = (await ida.see(`${panel.path}/2`)).text;
    expect(after).toContain('Your review is saved');
    expect(after).toMatch(/value="6"\s+checked/);
    expect((await ida.see(panel.path)).text).toContain('1 of 2 completed');
  });

  it('can be changed; the same once more writes nothing, and two at once are both taken', async () => {
    const panel = await askPanel(asking);
    const { cursor } = await laptop.load();
    const url = `${panel.path}/1`;
    const ida = visitor();
    await ida.send(url, { value: '3', comment: '' });
    const nonce = nonceIn((await ida.see(url)).text);
    const body = new URLSearchParams({ nonce, value: '5', comment: 'Better' }).toString();
    const twice = await Promise.all([ida.ask('POST', url, { body }), ida.ask('POST', url, { body })]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const others = [`${panel.path}/1`, `${panel.path}/2`].map(
      async (at, place) => await visitor().send(at, { value: (place + 6).toString() }),
    );
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([303, 303]);
    const values = (await heard(cursor)).flatMap((change) => (change.kind === 'event' ? [change.event['value']] : []));
    expect(values.slice(0, 2)).toEqual([3, 5]);
    expect(values.slice(2).sort()).toEqual([6, 7]);
  });

  it('T6 tells whoever asked, each time that something else is said, and names no applicant', async () => {
    const quiet = await askPanel(asking);
    const panel = await askPanel(asking, { review: { notifies: true }, vacancy: { languages: ['nb'] } });
    const { cursor } = await laptop.load();
    const ida = visitor();
    await ida.send(`${quiet.path}/1`, { value: '3' });
    for (const value of ['3', '3', '5']) await ida.send(`${panel.path}/2`, { value });
    const changes = await heard(cursor);
    const mails = changes.flatMap((change) => (change.kind === 'create' ? [change] : []));
    expect(mails).toHaveLength(2);
    for (const { dossier, fields } of mails) {
      const to = { name: 'Maja Lindhult', address: 'eva@example.com' };
      expect([dossier, fields]).toMatchObject([
        null,
        { to, from: to, language: 'nb', deliverBy: laptop.device, panelReviewId: null, applicationId: null },
      ]);
      expect(fields['subject']).toBe('Rangering gitt: Trainee power systems');
      expect(fields['text']).toContain('Ida Ek: 1 av 2');
      expect(JSON.stringify(fields)).not.toMatch(/Jonas|Fjellheim|Ebba/);
    }
  });

  it('T6 leaves such a mail to the server where that sends mails, and to nobody who works here no longer', async () => {
    const sending = await testOrganisation(await shared(), { sends: ['email'] });
    const other = await beginAsking(await sending.laptop());
    const panel = await askPanel(other, { review: { notifies: true } });
    const { cursor } = await other.laptop.load();
    const ida = new PageVisitor(sending.app);
    await ida.send(`${panel.path}/1`, { value: '3' });
    const recruiter = { table: 'recruiter', id: other.by, dossier: null };
    const colleague = newId<RecruiterId>();
    await other.laptop.write([recruiterCreate(colleague, { name: 'Oskar Falk' })], { by: other.by });
    const left = await other.laptop.write([setField(recruiter, 'active', false, [])], { by: colleague });
    expect(left.json.refused).toEqual([]);
    await ida.send(`${panel.path}/1`, { value: '4' });
    const { lines } = await other.laptop.pull(cursor);
    const mails = lines
      .flatMap((line) => ('changeSet' in line ? line.changeSet.changes : []))
      .filter((change) => change.kind === 'create' && change.table === 'message');
    const { json } = await other.laptop.ask('GET', '/v1/hello');
    expect(mails).toMatchObject([{ fields: { deliverBy: (json.sends as { device: string }).device } }]);
    await sending.app.close();
  });

  it('comes after what a laptop wrote whose clock is ahead', async () => {
    const panel = await askPanel(asking);
    const [first] = panel.people;
    const ahead = Date.now() + 86_400_000;
    const event = {
      ...{ id: 'e'.repeat(32), type: 'panel-rating', at: 1, by: null, value: 2, comment: '' },
      ...{ reviewId: panel.reviewId, reviewerId: panel.reviewerId },
    };
    const target = { table: 'application', id: first!.applicationId, dossier: first!.personId };
    const stamp = `${ahead.toString(16).padStart(12, '0')}-0000-${laptop.device}`;
    await laptop.write([{ kind: 'event', ...target, event }], { stamp });
    const ida = visitor();
    expect((await ida.see(panel.path)).text).toContain('2 stars');
    await ida.send(`${panel.path}/1`, { value: '7' });
    expect((await ida.see(panel.path)).text).toContain('7 stars');
  });

  it('T6: asks for what the request allows and takes nothing else', async () => {
    const onlyWords = await askPanel(asking, { review: { noRating: true } });
    const onlyStars = await askPanel(asking, { review: { noComments: true } });
    const neither = await askPanel(asking, { review: { noRating: true, noComments: true } });
    const ida = visitor();
    expect((await ida.see(`${onlyWords.path}/1`)).text).not.toContain('type="radio"');
    expect((await ida.see(`${onlyStars.path}/1`)).text).not.toContain('<textarea');
    expect((await ida.send(`${onlyWords.path}/1`, { value: '4', comment: 'Good' })).text).toContain(
      'does not allow a rating',
    );
    expect((await visitor().send(`${onlyStars.path}/1`, { value: '4', comment: 'Good' })).text).toContain(
      'does not allow comments',
    );
    const anna = visitor();
    expect((await anna.send(`${neither.path}/1`, {})).text).toContain('Tick that you have looked');
    expect((await anna.send(`${neither.path}/1`, { looked: 'yes' })).status).toBe(303);
    expect((await anna.see(neither.path)).text).toContain('Reviewed');
  });

  it.each([
    ['no choice', { value: '', comment: '' }, 'Give stars or write a comment.'],
    ['eight stars', { value: '8' }, 'Give one to seven stars.'],
    ['no star', { value: '0' }, 'Give one to seven stars.'],
    ['no number', { value: '2e0' }, 'Give one to seven stars.'],
    ['a long comment', { value: '5', comment: 'x'.repeat(4001) }, 'The comment is too long.'],
    ['the hidden field', { value: '5', [TRAP]: 'https://example.com' }, 'A field that nobody sees was filled in'],
    ['a forged form', { value: '5', nonce: 'forged' }, 'was open for too long'],
  ])('writes nothing for %s, says why, and keeps what was typed', async (_what, fields, words) => {
    const panel = await askPanel(asking);
    const { cursor } = await laptop.load();
    const answer = await visitor().send(`${panel.path}/1`, { comment: 'Keep <b>this</b>', ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    if (!('comment' in fields)) expect(answer.text).toContain('Keep &lt;b&gt;this&lt;/b&gt;');
    expect(await heard(cursor)).toEqual([]);
  });

  it('takes no form from elsewhere, of another page, or older than a day', async () => {
    const panel = await askPanel(asking);
    const { cursor } = await laptop.load();
    const url = `${panel.path}/1`;
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'null' },
      { origin: 'https://elsewhere.example.com' },
    ]) {
      expect((await visitor().send(url, { value: '5' }, headers as never)).status).toBe(422);
    }
    const other = await askPanel(asking);
    const foreign = nonceIn((await visitor().see(`${other.path}/1`)).text);
    expect((await visitor().send(url, { value: '5', nonce: foreign })).status).toBe(422);
    const late = await testOrganisation(there.database, { now: () => Date.now() + 25 * 3_600_000 });
    const old = nonceIn((await visitor().see(url)).text);
    expect((await new PageVisitor(late.app).send(url, { value: '5', nonce: old })).status).toBe(422);
    expect((await new PageVisitor(late.app).send(url, { value: '5' })).status).toBe(303);
    await late.app.close();
    expect(await heard(cursor)).toHaveLength(1);
  });

  it('R30 C36: withheld, says nothing of who they are and gives no file', async () => {
    const person = {
      ...{
        givenName: 'Torvald',
        familyName: 'Quistgaard',
        email: 'torvald.quist@example.com',
        phone: '+4670123456789',
      },
      ...{ school: 'Chalmers', city: 'Hudiksvall' },
    };
    const text = 'I am Torvald Quistgaard of Hudiksvall, write to torvald.quist@example.com or +46 70 123 45 67 89.';
    const question = { id: 'a'.repeat(32), text: 'Why?' };
    const panel = await askPanel(asking, {
      people: [{ ...person, text, answers: { [question.id]: 'Torvald likes it' } }],
      vacancy: { questions: [question] },
      review: { withholdsPersonal: true },
    });
    await bringCv(asking, panel.people[0]!, { name: 'Quistgaard.pdf' });
    const ida = visitor();
    const pages = `${(await ida.see(panel.path)).text}${(await ida.see(`${panel.path}/1`)).text}`;
    expect(pages).not.toMatch(/Torvald|Quist|Hudiksvall|Chalmers|123|@/i);
    expect(pages).toContain('Candidate');
    expect((await ida.see(`${panel.path}/1/cv/1`)).status).toBe(404);
    const shown = await askPanel(asking, { people: [{ ...person, text }] });
    expect((await ida.see(`${shown.path}/1`)).text).toContain('Torvald Quistgaard');
    expect((await ida.see(`${shown.path}/1`)).text).not.toContain('0123456789');
  });

  it('gives the CV as a file that no browser takes for a page, and only once it is there', async () => {
    const panel = await askPanel(asking);
    const [ebba, jonas] = panel.people;
    const bytes = Buffer.from('%PDF-1.7 <script>alert(1)</script>');
    await bringCv(asking, ebba!, { name: 'CV "Åsa".pdf', bytes });
    await bringCv(asking, jonas!, { brings: false });
    const ida = visitor();
    const answer = await ida.see(`${panel.path}/1/cv/1`);
    expect(answer.bytes.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="CV _A_sa_.pdf"; filename*=UTF-8''CV%20_%C3%85sa_.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    });
    expect((await ida.see(`${panel.path}/2`)).text).toContain('The file has not arrived yet');
    expect((await ida.see(`${panel.path}/2/cv/1`)).status).toBe(404);
    expect((await ida.see(`${panel.path}/1/cv/2`)).status).toBe(404);
  });

  it('shows the CVs of the person and of this application, and none that came with another one', async () => {
    const panel = await askPanel(asking);
    const [ebba] = panel.people;
    const elsewhere = newId<ApplicationId>();
    const vacancyId = newId<VacancyId>();
    await laptop.write(
      [vacancyCreate(vacancyId), applicationCreate(elsewhere, { personId: ebba!.personId, vacancyId })],
      { by: asking.by },
    );
    const { personId, applicationId } = ebba!;
    await bringCv(asking, { personId }, { name: 'Own.pdf' });
    await bringCv(asking, { personId, applicationId }, { name: 'Sent.pdf' });
    await bringCv(asking, { personId, applicationId: elsewhere }, { name: 'Elsewhere.pdf' });
    const { text } = await visitor().see(`${panel.path}/1`);
    for (const name of ['Own.pdf', 'Sent.pdf']) expect(text).toContain(name);
    expect(text).not.toContain('Elsewhere.pdf');
    expect((await visitor().see(`${panel.path}/1/cv/2`)).status).toBe(200);
    expect((await visitor().see(`${panel.path}/1/cv/3`)).status).toBe(404);
  });

  it('leaves out whoever is deleted, and keeps the places of the others', async () => {
    const panel = await askPanel(asking);
    const [ebba] = panel.people;
    const target = { table: 'person', id: ebba!.personId, dossier: ebba!.personId };
    await laptop.write([{ kind: 'erase', ...target, whole: true, forgets: true }], { by: asking.by });
    const ida = visitor();
    expect((await ida.see(panel.path)).text).toContain('on 1 candidate.');
    expect((await ida.see(`${panel.path}/2`)).text).toContain('Jonas Fjellheim');
    expect((await ida.see(`${panel.path}/1`)).status).toBe(404);
  });

  it('is written in the reviewer’s language', async () => {
    const panel = await askPanel(asking, { reviewer: { language: 'nl' } });
    const { text } = await visitor().ask('GET', panel.path, { headers: { 'accept-language': 'sv' } });
    expect(text).toContain('<html lang="nl">');
    expect(text).toContain('Sollicitanten');
  });

  it('closes with the vacancy, also for a form that was open before', async () => {
    const panel = await askPanel(asking);
    const ida = visitor();
    const nonce = nonceIn((await ida.see(`${panel.path}/1`)).text);
    const target = { table: 'vacancy', id: panel.vacancyId, dossier: null };
    await laptop.write([setField(target, 'state', 'closed', [])], { by: asking.by });
    const body = new URLSearchParams({ nonce, value: '5' }).toString();
    expect((await ida.ask('POST', `${panel.path}/1`, { body })).status).toBe(404);
  });
});
