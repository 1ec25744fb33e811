import { Button, NumberInput, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { Result } from '../../../shared/lib/result.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { FormPage, WideField } from '../../ui/form-page.js';
import { Segmented } from '../../ui/segmented.js';
import { useCheckedForm, type CheckedForm } from '../../ui/use-checked-form.js';
import classes from './mail-form.module.css';
import { MailTestResult, type MailTest } from './mail-test-result.js';
import { checkMailAccount, mailAccountOf, NEW_MAIL_ACCOUNT, portFor, type MailValues } from './mail-values.js';
import { useMayAdminister } from './use-may-administer.js';

interface MailFormProps {
  readonly stored: OutputOf<'mail.account'>;
  readonly onSaved?: (() => void) | undefined;
}

/** Server, encryption, login and sender, with a test that really connects and signs in. */
export function MailForm({ stored, onSaved }: MailFormProps) {
  const { t } = useTranslation();
  const { host } = useSession();
  const allowed = useMayAdminister();
  const [test, setTest] = useState<MailTest | null>(null);
  const [hasPassword, setHasPassword] = useState(stored.hasPassword);
  const checked = useCheckedForm<MailValues>({
    initialValues: stored.account === null ? NEW_MAIL_ACCOUNT : { ...stored.account, password: '' },
    check: checkMailAccount,
    onChange: () => {
      setTest(null);
    },
  });
  const save = async (values: MailValues): Promise<void> => {
    const saved: Result<null, HostErrorCode> = await host.call('mail.save-account', mailAccountOf(values));
    if (!saved.ok) {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    setHasPassword(hasPassword || values.password !== '');
    showToast({ text: t('settings.mailSaved') });
    onSaved?.();
  };
  const runTest = async (values: MailValues): Promise<void> => {
    setTest({ state: 'running' });
    const answer = await host.call('mail.test-account', mailAccountOf(values));
    setTest(
      answer.ok
        ? { state: 'works', greeting: answer.value.greeting }
        : { state: 'fails', code: answer.code, reply: answer.detail ?? null },
    );
  };
  const running = test?.state === 'running';
  return (
    <FormPage
      label={t('settings.mail')}
      onSubmit={checked.submit((values) => void save(values))}
      report={<MailTestResult test={test} />}
      note={allowed ? null : t('settings.onlyAdministrators')}
      actions={
        <>
          <Button
            disabled={!allowed}
            aria-busy={running}
            onClick={() => {
              if (running) return; // it stays enabled, so that the keyboard stays on it
              checked.submit((values) => void runTest(values))();
            }}
          >
            {t('settings.mailTest')}
          </Button>
          <Button type="submit" variant="filled" disabled={!allowed}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <MailFields checked={checked} hasPassword={hasPassword} disabled={!allowed} />
    </FormPage>
  );
}

interface MailFieldsProps {
  readonly checked: CheckedForm<MailValues>;
  readonly hasPassword: boolean;
  readonly disabled: boolean;
}

function MailFields({ checked: { form, field }, hasPassword, disabled }: MailFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <WideField>
        <p className={classes['intro']}>{t('settings.mailIntro')}</p>
      </WideField>
      <TextInput label={t('settings.mailHost')} maxLength={253} disabled={disabled} {...field('host')} />
      <NumberInput
        label={t('settings.mailPort')}
        hideControls
        thousandSeparator=""
        disabled={disabled}
        {...field('port')}
      />
      <WideField>
        <Segmented
          label={t('settings.mailSecurity')}
          value={form.values.security}
          options={[
            { value: 'starttls', label: t('settings.mailStarttls') },
            { value: 'tls', label: t('settings.mailTls') },
          ]}
          onChange={(security) => {
            form.setValues({ security, port: portFor(security, form.values.port) });
          }}
        />
      </WideField>
      <TextInput label={t('settings.mailUser')} maxLength={320} disabled={disabled} {...field('user')} />
      <PasswordInput
        label={t('settings.mailPassword')}
        description={hasPassword ? t('settings.mailPasswordKept') : null}
        maxLength={1000}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('settings.mailPasswordShow') }}
        disabled={disabled}
        {...field('password')}
      />
      <TextInput label={t('settings.mailFromName')} maxLength={200} disabled={disabled} {...field('fromName')} />
      <TextInput
        label={t('settings.mailFromAddress')}
        type="email"
        maxLength={254}
        disabled={disabled}
        {...field('fromAddress')}
      />
      <WideField>
        <Textarea
          label={t('settings.mailAuthority')}
          description={t('settings.mailAuthorityHint')}
          maxLength={20_000}
          maxRows={8}
          spellCheck={false}
          disabled={disabled}
          {...field('authority')}
        />
      </WideField>
    </>
  );
}
