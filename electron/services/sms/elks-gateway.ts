import { z } from 'zod';
import { isSuccess, jsonOf, replyOf } from './clean-answer.js';
import { fail, outcomeOfStatus, pause } from './outcome-of-status.js';
import type { GatewayAnswer, GatewayRequest, SmsGateway } from './sms-gateway.js';

export const ELKS_ADDRESS = 'https://api.46elks.com/a1/';

const Taken = z.object({ id: z.string().min(1).max(100) });
const Known = z.object({ status: z.string() });

export interface ElksAccount {
  readonly sender: string;
  readonly user: string;
  readonly password: string;
}

/** 46elks (https://46elks.com/docs/send-sms): a form, signed in to with HTTP Basic, answered with the SMS as JSON. */
export function elksGateway({ sender, user, password }: ElksAccount, address = ELKS_ADDRESS): SmsGateway {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return {
    request({ to, text }): GatewayRequest {
      // `dontlog`: the words are kept in the dossier, not in the provider's history as well.
      const form = new URLSearchParams({ from: sender, to, message: text, dontlog: 'message' });
      return {
        url: new URL('sms', address),
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      };
    },
    outcome: outcomeOf,
    inquiry: (reference) => ({
      url: new URL(`sms/${encodeURIComponent(reference)}`, address),
      method: 'GET',
      headers: { authorization },
      body: '',
    }),
    arrival(answer) {
      const known = Known.safeParse(isSuccess(answer) ? jsonOf(answer) : undefined);
      if (known.data?.status === 'delivered') return 'sms/delivered';
      return known.data?.status === 'failed' ? 'sms/not-delivered' : null;
    },
  };
}

function outcomeOf(answer: GatewayAnswer): ReturnType<SmsGateway['outcome']> {
  const { status, body } = answer;
  if (isSuccess(answer)) {
    const taken = Taken.safeParse(jsonOf(answer));
    // Somebody answered, and not as 46elks does: nobody knows whether it was taken.
    if (!taken.success) return { state: 'uncertain', reply: replyOf(answer, '') };
    return { state: 'sent', reply: replyOf(answer, ''), reference: taken.data.id };
  }
  const reply = replyOf(answer, body);
  if (status === 403 && /credit/i.test(body)) return pause('sms/no-credit', reply);
  if (status === 400 && /\b(from|sender)\b/i.test(body)) return pause('sms/sender-refused', reply);
  if (status === 400 && /\b(to|number|recipient)\b/i.test(body)) return fail('sms/number-invalid', reply);
  return outcomeOfStatus(status, reply);
}
