import { z } from 'zod';
import type { DeliveryReason } from '../../../shared/domain/delivery-reason.js';
import { smsLength } from '../../../shared/domain/sms-length.js';
import type { DeliveryOutcome } from '../../../shared/host/contract.js';
import { isSuccess, jsonOf, replyOf } from './clean-answer.js';
import { fail, outcomeOfStatus, pause } from './outcome-of-status.js';
import type { Arrival, GatewayAnswer, GatewayRequest, SmsGateway } from './sms-gateway.js';

export const GATEWAYAPI_ADDRESS = 'https://gatewayapi.com/rest/';

const Taken = z.object({ ids: z.array(z.int().positive()).length(1) });
const Refused = z.object({ code: z.string().optional(), message: z.string().optional() });
const One = z.object({ recipients: z.array(z.object({ dsnstatus: z.string().nullish() })).min(1) });
/** A list of one in the documentation; the thing itself is read as well. */
const Known = z.union([z.array(One).min(1), One.transform((one) => [one])]);

/** The documented codes that say more than the status of HTTP does (GatewayAPI: *API Errors*). */
const PAUSES: Readonly<Record<string, DeliveryReason>> = {
  '0x0210': 'sms/login-refused',
  '0x0211': 'sms/login-refused',
  '0x0223': 'sms/login-refused',
  '0x0224': 'sms/login-refused',
  '0x0229': 'sms/login-refused',
  '0x0216': 'sms/no-credit',
};
const FAILURES: Readonly<Record<string, DeliveryReason>> = {
  '0x0214': 'sms/number-blocked',
  '0x0215': 'sms/number-blocked',
  '0x0217': 'sms/number-blocked',
  '0x021F': 'sms/number-blocked',
};

/** Final states; `ACCEPTED` is the network's word and not the phone's, the others are on their way. */
const ARRIVALS: Readonly<Record<string, Arrival>> = {
  DELIVERED: 'sms/delivered',
  EXPIRED: 'sms/expired',
  DELETED: 'sms/not-delivered',
  UNDELIVERABLE: 'sms/undeliverable',
  REJECTED: 'sms/rejected',
  SKIPPED: 'sms/rejected',
};

export interface GatewayApiAccount {
  readonly sender: string;
  readonly token: string;
}

/** GatewayAPI (https://gatewayapi.com/docs/apis/rest): JSON, signed in to with the token as user name of HTTP Basic. */
export function gatewayApiGateway({ sender, token }: GatewayApiAccount, address = GATEWAYAPI_ADDRESS): SmsGateway {
  const authorization = `Basic ${Buffer.from(`${token}:`).toString('base64')}`;
  return {
    request({ to, text }): GatewayRequest {
      const sms = {
        sender: sender.replace(/^\+/, ''),
        message: text,
        // By default what is not in GSM 03.38 is replaced.
        ...(smsLength(text).encoding === 'ucs-2' ? { encoding: 'UCS2' } : {}),
        recipients: [{ msisdn: Number(to.slice(1)) }],
      };
      return {
        url: new URL('mtsms', address),
        method: 'POST',
        headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify(sms),
      };
    },
    outcome: outcomeOf,
    inquiry: (reference) => ({
      url: new URL(`mtsms/${encodeURIComponent(reference)}`, address),
      method: 'GET',
      headers: { authorization, accept: 'application/json' },
      body: '',
    }),
    arrival(answer) {
      const known = Known.safeParse(isSuccess(answer) ? jsonOf(answer) : undefined);
      return ARRIVALS[known.data?.[0]?.recipients[0]?.dsnstatus ?? ''] ?? null;
    },
  };
}

function outcomeOf(answer: GatewayAnswer): DeliveryOutcome {
  if (isSuccess(answer)) {
    const taken = Taken.safeParse(jsonOf(answer));
    if (!taken.success) return { state: 'uncertain', reply: replyOf(answer, '') };
    return { state: 'sent', reply: replyOf(answer, ''), reference: (taken.data.ids[0] ?? 0).toString() };
  }
  const { code = '', message = '' } = Refused.safeParse(jsonOf(answer)).data ?? {};
  const reply = replyOf(answer, `${code} ${message}`);
  const paused = PAUSES[code];
  if (paused !== undefined) return pause(paused, reply);
  const failed = FAILURES[code];
  if (failed !== undefined) return fail(failed, reply);
  if (answer.status === 400 || answer.status === 422) {
    if (/sender/i.test(message)) return pause('sms/sender-refused', reply);
    if (/msisdn|recipient/i.test(message)) return fail('sms/number-invalid', reply);
  }
  return outcomeOfStatus(answer.status, reply);
}
