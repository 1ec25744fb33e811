import type { TFunction } from 'i18next';
import type { DeliveryOutcome } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { Result } from '../../../shared/lib/result.js';
import { reasonWords } from '../../ui/reason-words.js';
import type { TestFinding } from './test-result.js';

/** What became of a test SMS, in words. */
export function smsFinding(answer: Result<DeliveryOutcome, HostErrorCode>, t: TFunction): TestFinding {
  if (!answer.ok) return { tone: 'bad', words: t(ERROR_WORDS[answer.code]) };
  const outcome = answer.value;
  const detail = outcome.reply === '' ? null : t('settings.smsSays', { reply: outcome.reply });
  switch (outcome.state) {
    case 'sent':
      return {
        tone: 'good',
        words: outcome.reason === undefined ? t('settings.smsTestOk') : reasonWords(t, outcome.reason),
      };
    case 'uncertain':
      return { tone: 'bad', words: t('outbox.smsUncertainText'), detail };
    case 'deferred':
    case 'failed':
    case 'paused':
      return { tone: 'bad', words: reasonWords(t, outcome.reason), detail };
  }
}
