import { describe, expect, it } from 'vitest';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { LISTED_STATUSES } from '../application-status.js';
import { plainToRichText } from '../plain-to-rich-text.js';
import type { Applicant, PlanContext, Selection } from '../progress-action.js';
import { lettersToRender, sendLetter, type SendLetterInput } from './send-letter.js';

const TEXT = { subject: 'Om {vacancy-title}', contents: plainToRichText('Hej {given-name},\n\nTack.') };
const HOME = 'Björkvägen 12 B\n972 41 Luleå';

function inputFor(change: Partial<SendLetterInput> = {}): SendLetterInput {
  return {
    template: 'letter-received',
    addresses: {},
    rendered: {},
    from: { name: '', address: '' },
    texts: { sv: TEXT },
    unticked: new Set(),
    tickedIn: new Set(),
    ...change,
  };
}

/** As the host would have it, had it set every letter. */
function rendered(selection: Selection, input: SendLetterInput, context: PlanContext, readable = true) {
  const made = lettersToRender(selection, input, context).map(
    ({ applicant: { applicationId }, document }) => [applicationId, { document, readable }] as const,
  );
  return { ...input, rendered: Object.fromEntries(made) };
}

function plan(selection: Selection, change: Partial<SendLetterInput> = {}, context = planContext()) {
  return sendLetter.plan(selection, rendered(selection, inputFor(change), context), context);
}

function living(n: number, person: Partial<Applicant['person']> = {}): Applicant {
  return applicant(n, { postalAddress: HOME, ...person });
}

describe('Send letter', () => {
  it('R42 writes to the applicant: letterhead, address, date, subject, text and signature, everything filled in', () => {
    const organisation = { ...planContext().organisation, letterhead: 'Storgatan 1\n\n 111 22  Stockholm ' };
    const { included, problems } = plan([living(1)], {}, planContext({ organisation }));
    expect(problems).toEqual([]);
    expect(included[0]?.letter?.letter).toMatchObject({
      template: 'letter-received',
      writtenBy: planContext().recruiter.id,
      document: {
        language: 'sv',
        date: '2026-09-21',
        dateInWords: '21 september 2026',
        sender: { name: 'Example AB', address: ['Storgatan 1', '111 22 Stockholm'] },
        recipient: { name: 'Name1 Berg', address: ['Björkvägen 12 B', '972 41 Luleå'] },
        subject: 'Om Trainee',
        signature: ['Eva Lind', 'Example AB'],
      },
    });
    expect(JSON.stringify(included[0]?.letter?.letter.document.blocks)).toContain('Hej Name1,');
  });

  it('R44 puts nothing into the outbox and changes no status: it creates letters, and nothing else', () => {
    const { included } = plan([living(1), living(2)]);
    expect(included.map(({ messages, changes }) => [messages.length, changes.map(({ table }) => table)])).toEqual([
      [0, ['letter']],
      [0, ['letter']],
    ]);
  });

  it('C28 needs no email address, and warns of a missing postal address without refusing it', () => {
    const { included, excluded, warnings } = plan([living(1, { email: '' }), applicant(2)]);
    expect([included.length, excluded.length]).toEqual([2, 0]);
    expect(warnings).toEqual([{ code: 'no-postal-address', applicationIds: [applicant(2).applicationId] }]);
  });

  it('C30 notes an address that was asked for with the person, tidied, and only where it is another one', () => {
    const [one, two] = [living(1), applicant(2)];
    const addresses = { [one.applicationId]: `${HOME}\n`, [two.applicationId]: ' Storgata 5 \r\n\r\n0155  Oslo' };
    const { included } = plan([one, two], { addresses });
    expect(included.map(({ changes }) => changes.map(({ kind, table }) => `${kind} ${table}`))).toEqual([
      ['create letter'],
      ['event person', 'create letter'],
    ]);
    expect(included[1]?.changes[0]).toMatchObject({
      id: two.person.id,
      event: { type: 'postal-address', address: 'Storgata 5\n0155 Oslo' },
    });
  });

  it('refuses an address that no envelope has room for, and names whose it is', () => {
    const one = living(1);
    const addresses = { [one.applicationId]: 'a\nb\nc\nd\ne\nf\ng' };
    expect(plan([one], { addresses }).problems).toMatchObject([
      { code: 'letter-address-long', applicationIds: [one.applicationId] },
    ]);
  });

  it('writes no letter but the one that was set: what has changed since must be set again', () => {
    const context = planContext();
    const input = rendered([living(1)], inputFor(), context);
    const renamed = [living(1, { givenName: 'Ny' })];
    const { included, problems } = sendLetter.plan(renamed, input, context);
    expect(problems.map(({ code }) => code)).toEqual(['letter-not-rendered']);
    expect(included[0]?.changes).toEqual([]);
    expect(included[0]?.letter?.letter.document.recipient.name).toBe('Ny Berg');
  });

  it('names whose letter the font cannot show; without them the others go', () => {
    const context = planContext();
    const [one, two] = [living(1), living(2)];
    const good = rendered([one], inputFor(), context);
    const bad = rendered([two], inputFor(), context, false);
    const input = { ...good, rendered: { ...good.rendered, ...bad.rendered } };
    expect(sendLetter.plan([one, two], input, context).problems).toMatchObject([
      { code: 'letter-unreadable', applicationIds: [two.applicationId] },
    ]);
    const without = { ...input, unticked: new Set([two.applicationId]) };
    const { included, problems } = sendLetter.plan([one, two], without, context);
    expect([included.length, problems.length]).toEqual([1, 0]);
  });

  it('R18, C32 names a blank subject, blank contents, and fields that do not exist or cannot be filled', () => {
    const texts = { sv: { subject: ' ', contents: plainToRichText('{department} {salary} {contact-person}') } };
    expect(plan([living(1)], { texts }).problems.map(({ code, field }) => [code, field])).toEqual([
      ['subject-blank', null],
      ['field-unknown', 'salary'],
      ['field-unfilled', 'contact-person'],
    ]);
    const blank = { sv: { subject: 'x', contents: plainToRichText('') } };
    expect(plan([living(1)], { texts: blank }).problems.map(({ code }) => code)).toEqual(['contents-blank']);
  });

  it('C33 writes to nobody in a language that nothing is written in, and to nobody twice', () => {
    const twice = { ...living(3), person: living(1).person };
    expect(plan([living(1), living(2, { language: 'nl' }), twice]).excluded.map(({ reason }) => reason)).toEqual([
      'no-template-in-language',
      'same-person-twice',
    ]);
  });

  it.each(LISTED_STATUSES)('C26 somebody who is %s may get a letter', (status) => {
    expect(plan([{ ...living(1), status }]).included).toHaveLength(1);
  });

  it('C26 whoever is deleted gets none, and nobody at all is said', () => {
    const { excluded, problems } = plan([{ ...living(1), status: 'deleted' }]);
    expect(excluded.map(({ reason }) => reason)).toEqual(['already-deleted']);
    expect(problems.map(({ code }) => code)).toEqual(['nobody-left']);
  });
});
