import { isSmsSender } from '../../../shared/domain/sms-sender.js';
import type { SmsAccount } from '../../../shared/host/sms-account.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';

/** RFC 9110 5.1, without those that frame the request. */
const HEADER_NAME =
  /^(?!(?:host|content-length|content-type|transfer-encoding|connection|expect)$)[\w!#$%&'*+.^`|~-]+$/i;

/** The account in the form in which it is kept and used; refused where no request could be made of it. */
export function normaliseSmsAccount(account: SmsAccount): Result<SmsAccount, 'sms/invalid-account'> {
  if (account.provider === 'dry-run') return success(account);
  const common = { sender: account.sender.trim(), authority: account.authority.trim() };
  if (account.provider !== 'http' && !isSmsSender(common.sender)) return failure('sms/invalid-account', 'sender');
  switch (account.provider) {
    case '46elks':
      return success({ ...account, ...common, user: account.user.trim() });
    case 'gatewayapi':
      return success({ ...account, ...common });
    case 'http': {
      const [url, header] = [account.url.trim(), account.header.trim()];
      if (!isSecureAddress(url)) return failure('sms/invalid-account', 'url');
      if (header !== '' && !HEADER_NAME.test(header)) return failure('sms/invalid-account', 'header');
      return success({ ...account, ...common, url, header });
    }
  }
}

/** https, and no password in the address: it would stand in clear where accounts are shown. */
function isSecureAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
