import type { SmsAccount } from '../../../shared/host/sms-account.js';
import { isSuccess, replyOf } from './clean-answer.js';
import { outcomeOfStatus } from './outcome-of-status.js';
import type { SmsGateway } from './sms-gateway.js';

export type HttpAccount = Extract<SmsAccount, { provider: 'http' }>;

const ENCODE = {
  'application/json': (value: string) => JSON.stringify(value).slice(1, -1),
  'application/x-www-form-urlencoded': encodeURIComponent,
} as const satisfies Record<HttpAccount['type'], (value: string) => string>;

/**
 * Any gateway that takes one request for one SMS and answers with a status of HTTP: 2xx is taken, the rest means what RFC
 * 9110 says.
 */
export function httpGateway(account: HttpAccount, secret: string): SmsGateway {
  const encode = ENCODE[account.type];
  return {
    request({ to, text }) {
      const values: Readonly<Record<string, string>> = { to, digits: to.slice(1), from: account.sender, text };
      const body = account.body.replace(/\{(to|digits|from|text)\}/g, (_, name: string) => encode(values[name] ?? ''));
      return {
        url: new URL(account.url),
        method: account.method,
        headers: {
          'content-type': account.type,
          ...(account.header === '' ? {} : { [account.header]: secret }),
        },
        body,
      };
    },
    outcome: (answer) =>
      isSuccess(answer)
        ? { state: 'sent', reply: replyOf(answer, '') }
        : outcomeOfStatus(answer.status, replyOf(answer, answer.body)),
    inquiry: () => null,
    arrival: () => null,
  };
}
