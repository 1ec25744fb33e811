import { describe, expect, it } from 'vitest';
import { Message } from '../../records/message.js';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { STATUSES } from '../application-status.js';
import { plainToRichText } from '../plain-to-rich-text.js';
import { permissionOf } from '../progress-permission.js';
import { sendOffer, type OfferInput } from './send-offer.js';

const INPUT: OfferInput = {
  sendsEmail: true,
  from: { name: 'Eva Lind', address: 'eva@example.com' },
  texts: { sv: { subject: 'Tjänsten {vacancy-title}', contents: plainToRichText('Hej {given-name}') } },
  unticked: new Set(),
  tickedIn: new Set(),
};

describe('Send job offer', () => {
  it('R36 sets the status Received job offer and writes a mail for offers, in one go', () => {
    const [one, ...none] = sendOffer.plan([applicant(1)], INPUT, planContext()).included;
    expect(none).toEqual([]);
    expect(one?.changes).toMatchObject([
      { table: 'application', event: { type: 'status', to: 'offered', at: planContext().now } },
      { table: 'message', fields: { purpose: 'offer', subject: 'Tjänsten Trainee', text: 'Hej Name1' } },
    ]);
    expect(Message.safeParse(one?.messages[0]?.message).success).toBe(true);
  });

  it('C15 without a mail asks for no sender and no text, and writes none', () => {
    const input = { ...INPUT, sendsEmail: false, texts: {}, from: { name: '', address: '' } };
    const { included, problems } = sendOffer.plan([applicant(1)], input, planContext());
    expect(problems).toEqual([]);
    expect(included).toMatchObject([{ messages: [], withoutMail: null }]);
    expect(included[0]?.changes).toMatchObject([{ event: { to: 'offered' } }]);
  });

  it('C33 offers to those who cannot be written to without a mail, and says why', () => {
    const selection = [applicant(1, { email: '' }), applicant(2, { language: 'nl' }), applicant(3)];
    const { included } = sendOffer.plan(selection, INPUT, planContext());
    expect(included.map(({ withoutMail, messages }) => [withoutMail, messages.length])).toEqual([
      ['no-email-address', 0],
      ['no-template-in-language', 0],
      [null, 1],
    ]);
  });

  it('R18 changes nothing while the mail is not whole', () => {
    const { problems, included } = sendOffer.plan(
      [applicant(1)],
      { ...INPUT, from: { name: '', address: 'x' } },
      planContext(),
    );
    expect(problems).toMatchObject([{ code: 'from-invalid' }]);
    expect(included.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('C26 asks first for the rejected, withdrawn and saved, and refuses the hired, in every status', () => {
    const selection = STATUSES.map((status, n) => ({ ...applicant(n + 1), status }));
    const done = (tickedIn: OfferInput['tickedIn']) =>
      sendOffer.plan(selection, { ...INPUT, tickedIn }, planContext()).included.length;
    const count = (permission: string) =>
      STATUSES.filter((status) => permissionOf('send-offer', status) === permission).length;
    expect(done(new Set())).toBe(count('allowed'));
    expect(done(new Set(selection.map(({ applicationId }) => applicationId)))).toBe(count('allowed') + count('asks'));
  });
});
