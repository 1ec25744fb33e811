import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/host/contract.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { isMobileNumber, phoneReader } from '../../data/phone-number.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useHasRight } from '../../data/use-rights.js';
import { FormPage } from '../../ui/form-page.js';
import { useFormats } from '../../ui/formats.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import { SmsFields } from './sms-fields.js';
import { smsFinding } from './sms-finding.js';
import { checkSmsAccount, smsAccountOf, smsValuesOf, type SmsValues } from './sms-values.js';
import { TestResult, type TestFinding } from './test-result.js';

interface SmsFormProps {
  readonly stored: OutputOf<'sms.account'>;
  readonly onSaved?: (() => void) | undefined;
}

/** Provider, sender and credentials, with a test that really sends one SMS. */
export function SmsForm({ stored, onSaved }: SmsFormProps) {
  const { t } = useTranslation();
  const { host } = useSession();
  const { zone } = useFormats();
  const allowed = useHasRight(['send-sms', 'administer']); // it is this laptop's, and nobody else's
  const [finding, setFinding] = useState<TestFinding | null>(null);
  const [kept, setKept] = useState(stored);
  const checked = useCheckedForm<SmsValues>({
    initialValues: smsValuesOf(stored.account),
    check: checkSmsAccount,
    onChange: () => {
      setFinding(null);
    },
  });
  const { form } = checked;
  const { provider } = form.values;
  const save = async (values: SmsValues): Promise<void> => {
    const saved = await host.call('sms.save-account', smsAccountOf(values));
    const now = saved.ok ? await host.call('sms.account', null) : saved;
    if (!now.ok) {
      showToast({ text: t(ERROR_WORDS[now.code]), tone: 'problem' });
      return;
    }
    setKept(now.value);
    form.setFieldValue('secret', '');
    showToast({ text: values.provider === 'none' ? t('settings.smsRemoved') : t('settings.smsSaved') });
    onSaved?.();
  };
  const test = async (values: SmsValues): Promise<void> => {
    const { account, secret } = smsAccountOf(values);
    // English belongs to no country: what has no country code is a number of the organisation's.
    const to = phoneReader(zone)(values.testTo, 'en');
    if (account === null) return;
    if (to === null || !isMobileNumber(to)) {
      form.setFieldError('testTo', t('settings.smsTestToWrong'));
      form.getInputNode('testTo')?.focus();
      return;
    }
    setFinding({ tone: 'running', words: t('settings.smsTesting') });
    const input = { account, secret, to, text: t('settings.smsTestText') };
    setFinding(smsFinding(await host.call('sms.test', input), t));
  };
  const running = finding?.tone === 'running';
  return (
    <FormPage
      label={t('settings.sms')}
      onSubmit={checked.submit((values) => void save(values))}
      report={<TestResult finding={finding} />}
      note={allowed ? null : t('settings.onlySenders')}
      actions={
        <>
          {provider === 'none' ? null : (
            <Button
              disabled={!allowed}
              aria-busy={running}
              onClick={() => {
                if (running) return; // it stays enabled, so that the keyboard stays on it
                checked.submit((values) => void test(values))();
              }}
            >
              {t('settings.smsTest')}
            </Button>
          )}
          <Button type="submit" variant="filled" disabled={!allowed}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <SmsFields
        checked={checked}
        hasSecret={kept.hasSecret && kept.account?.provider === provider}
        disabled={!allowed}
      />
    </FormPage>
  );
}
