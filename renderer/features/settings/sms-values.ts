import { isSmsSender } from '../../../shared/domain/sms-sender.js';
import { SmsSecret, type SmsAccount, type SmsProvider } from '../../../shared/host/sms-account.js';
import type { Problems } from '../../ui/use-checked-form.js';

type HttpAccount = Extract<SmsAccount, { provider: 'http' }>;

/** The account as it is typed, whichever provider it is for, and the number for the test. */
export interface SmsValues extends Record<string, unknown>, Omit<HttpAccount, 'provider'> {
  readonly provider: SmsProvider | 'none';
  readonly user: string;
  /** Empty to keep the stored one. */
  readonly secret: string;
  readonly testTo: string;
}

export const NEW_SMS_ACCOUNT: SmsValues = {
  provider: 'none',
  sender: '',
  user: '',
  secret: '',
  url: '',
  method: 'POST',
  header: 'Authorization',
  type: 'application/json',
  body: '{"from": "{from}", "to": "{to}", "text": "{text}"}',
  authority: '',
  testTo: '',
};

export function smsValuesOf(account: SmsAccount | null): SmsValues {
  return account === null ? NEW_SMS_ACCOUNT : { ...NEW_SMS_ACCOUNT, ...account };
}

/** What keeps the account from being tested or saved, by field. */
export function checkSmsAccount(values: SmsValues): Problems {
  const { provider, secret } = values;
  if (provider === 'none' || provider === 'dry-run') return {};
  const sender = values.sender.trim();
  const senderFits = provider === 'http' ? sender.length <= 20 : isSmsSender(sender);
  return {
    ...(senderFits ? {} : { sender: 'settings.smsSenderWrong' }),
    ...(provider === '46elks' && values.user.trim() === '' ? { user: 'common.required' } : {}),
    ...(SmsSecret.safeParse(secret.trim()).success ? {} : { secret: 'settings.smsSecretWrong' }),
    ...(provider === 'http' ? checkRequest(values) : {}),
  };
}

function checkRequest({ url, header, type, body }: SmsValues): Problems {
  return {
    ...(isSecureAddress(url.trim()) ? {} : { url: 'settings.smsUrlWrong' }),
    ...(/^[\w!#$%&'*+.^`|~-]*$/.test(header.trim()) ? {} : { header: 'settings.smsHeaderWrong' }),
    ...(saysWhatToWhom(body) && (type !== 'application/json' || isJson(body)) ? {} : { body: 'settings.smsBodyWrong' }),
  };
}

function isSecureAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}

function saysWhatToWhom(body: string): boolean {
  return body.includes('{text}') && (body.includes('{to}') || body.includes('{digits}'));
}

/** A number may stand without quotation marks: `{"msisdn": {digits}}`. */
function isJson(body: string): boolean {
  try {
    JSON.parse(body.replace(/\{(to|digits|from|text)\}/g, '1'));
    return true;
  } catch {
    return false;
  }
}

/** For the host: the account, null for none, and the secret or null to keep the stored one. */
export function smsAccountOf(values: SmsValues): {
  readonly account: SmsAccount | null;
  readonly secret: string | null;
} {
  const { provider, user, url, method, header, type, body } = values;
  const secret = values.secret.trim() === '' ? null : values.secret.trim();
  const common = { sender: values.sender.trim(), authority: values.authority.trim() };
  switch (provider) {
    case 'none':
      return { account: null, secret: null };
    case 'dry-run':
      return { account: { provider }, secret: null };
    case '46elks':
      return { account: { provider, ...common, user: user.trim() }, secret };
    case 'gatewayapi':
      return { account: { provider, ...common }, secret };
    case 'http':
      return {
        account: { provider, ...common, url: url.trim(), method, header: header.trim(), type, body },
        secret,
      };
  }
}
