import { describe, expect, it } from 'vitest';
import { SmsAccount } from '../../../shared/host/sms-account.js';
import { checkSmsAccount, NEW_SMS_ACCOUNT, smsAccountOf, smsValuesOf, type SmsValues } from './sms-values.js';

const typed = (change: Partial<SmsValues>): SmsValues => ({ ...NEW_SMS_ACCOUNT, sender: 'Fairdesk', ...change });
const problems = (change: Partial<SmsValues>): readonly string[] => Object.keys(checkSmsAccount(typed(change)));
const HTTP = { provider: 'http', url: 'https://sms.example.com/send' } as const;

describe('the SMS account form', () => {
  it('asks each provider’s account for what it needs, and none for nothing', () => {
    expect(problems({ provider: 'none', sender: '' })).toEqual([]);
    expect(problems({ provider: 'dry-run', sender: '' })).toEqual([]);
    expect(problems({ provider: '46elks' })).toEqual(['user']);
    expect(problems({ provider: 'gatewayapi', secret: 'å' })).toEqual(['secret']);
    expect(problems(HTTP)).toEqual([]);
  });

  it.each(['Fairdesk', 'F3i', '+46701740605'])('takes the sender %s', (sender) => {
    expect(problems({ provider: 'gatewayapi', sender })).toEqual([]);
  });

  it.each(['', 'ab', 'Fair desk', 'TwelveLetter', '3stars', '0701740605', 'Mässa'])(
    'refuses the sender %j',
    (sender) => {
      expect(problems({ provider: 'gatewayapi', sender })).toEqual(['sender']);
    },
  );

  it('wants of another gateway a secure address and a body that says what to whom', () => {
    for (const url of ['', 'http://sms.example.com', 'https://a:b@sms.example.com', 'sms']) {
      expect(problems({ ...HTTP, url })).toEqual(['url']);
    }
    for (const body of ['{"to":"{to}"}', '{"text":"{text}"}', '{"to":"{to}","text":"{text}"']) {
      expect(problems({ ...HTTP, body })).toEqual(['body']);
    }
    expect(problems({ ...HTTP, body: '{"to":{digits},"text":"{text}"}' })).toEqual([]);
    expect(problems({ ...HTTP, type: 'application/x-www-form-urlencoded', body: 'a={digits}&b={text}' })).toEqual([]);
    expect(problems({ ...HTTP, header: 'two words' })).toEqual(['header']);
  });

  it.each(['none', 'dry-run', '46elks', 'gatewayapi', 'http'] as const)(
    'hands %s over without what it has no use for',
    (provider) => {
      const { account, secret } = smsAccountOf(typed({ ...HTTP, provider, user: ' u ', secret: ' s ' }));
      expect(SmsAccount.nullable().parse(account)).toEqual(account);
      expect([account?.provider ?? 'none', secret]).toEqual([
        provider,
        provider === 'none' || provider === 'dry-run' ? null : 's',
      ]);
      expect(smsAccountOf(smsValuesOf(account))).toEqual({ account, secret: null });
    },
  );
});
