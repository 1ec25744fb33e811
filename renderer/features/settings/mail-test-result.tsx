import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { TestResult, type TestFinding } from './test-result.js';

export type MailTest =
  | { readonly state: 'running' }
  | { readonly state: 'works'; readonly greeting: string }
  | { readonly state: 'fails'; readonly code: HostErrorCode; readonly reply: string | null };

/** Where the detail is the server's answer; elsewhere it never got as far as to give one. */
const SAID_BY_SERVER: ReadonlySet<HostErrorCode> = new Set([
  'mail/login-refused',
  'mail/account-refused',
  'mail/sign-in-again',
]);

/** What the test of the account found: our words, and the server's own. */
export function MailTestResult({ test }: { readonly test: MailTest | null }) {
  const { t } = useTranslation();
  return <TestResult finding={test === null ? null : findingOf(test, t)} />;
}

function findingOf(test: MailTest, t: TFunction): TestFinding {
  switch (test.state) {
    case 'running':
      return { tone: 'running', words: t('settings.mailTesting') };
    case 'works':
      return {
        tone: 'good',
        words: t('settings.mailTestOk'),
        detail: t('settings.mailServerSays', { reply: test.greeting }),
      };
    case 'fails':
      return { tone: 'bad', words: t(ERROR_WORDS[test.code]), detail: detailOf(test, t) };
  }
}

function detailOf({ code, reply }: Extract<MailTest, { state: 'fails' }>, t: TFunction): string | null {
  if (reply === null || reply === '') return null;
  return SAID_BY_SERVER.has(code) ? t('settings.mailServerSays', { reply }) : t('settings.mailDetail', { reply });
}
