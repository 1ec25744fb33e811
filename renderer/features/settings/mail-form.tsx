import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/host/contract.js';
import { useHasRight } from '../../data/use-rights.js';
import { FormPage, WideField } from '../../ui/form-page.js';
import { Segmented } from '../../ui/segmented.js';
import { useCheckedForm, type CheckedForm } from '../../ui/use-checked-form.js';
import { MailPasswordFields } from './mail-password-fields.js';
import { MailSignInProgress } from './mail-sign-in-progress.js';
import { MailTestResult } from './mail-test-result.js';
import { MailTokenFields } from './mail-token-fields.js';
import { checkMailAccount, ISSUER_NAMES, mailValuesOf, signedInTo, type MailValues } from './mail-values.js';
import { useMailAccount, type MailAccountDesk } from './use-mail-account.js';

interface MailFormProps {
  readonly stored: OutputOf<'mail.account'>;
  readonly onSaved?: (() => void) | undefined;
}

/** How the account signs in, its server or its app registration, the sender; with a test that really connects. */
export function MailForm({ stored, onSaved }: MailFormProps) {
  const { t } = useTranslation();
  const allowed = useHasRight(['send-email', 'administer']); // it is this laptop's, and nobody else's
  const checked = useCheckedForm<MailValues>({
    initialValues: mailValuesOf(stored.account),
    check: checkMailAccount,
    onChange: () => {
      desk.forgetTest();
    },
  });
  const { form } = checked;
  const desk = useMailAccount({
    stored,
    onSaved,
    onSignedIn: ({ fromAddress }) => {
      form.setValues({ fromAddress, clientSecret: '' });
    },
  });
  const { way } = form.values;
  return (
    <FormPage
      label={t('settings.mail')}
      onSubmit={checked.submit((values) => void desk.save(values))}
      report={
        desk.signingIn.waiting ? (
          <MailSignInProgress
            onAgain={() => {
              desk.signIn(form.values);
            }}
            onCancel={desk.signingIn.cancel}
          />
        ) : (
          <MailTestResult test={desk.test} />
        )
      }
      note={allowed ? null : t('settings.onlySenders')}
      actions={<MailActions checked={checked} desk={desk} disabled={!allowed} />}
    >
      <WideField>
        <Segmented
          label={t('settings.mailSignInWith')}
          value={way}
          options={[
            { value: 'password', label: t('settings.mailPassword') },
            { value: 'microsoft', label: ISSUER_NAMES.microsoft },
            { value: 'google', label: ISSUER_NAMES.google },
          ]}
          onChange={(chosen) => {
            form.setValues({ way: chosen });
            form.clearErrors();
          }}
        />
      </WideField>
      {way === 'password' ? (
        <MailPasswordFields checked={checked} hasPassword={desk.known.hasPassword} disabled={!allowed} />
      ) : (
        <MailTokenFields checked={checked} desk={desk} way={way} disabled={!allowed} />
      )}
    </FormPage>
  );
}

interface MailActionsProps {
  readonly checked: CheckedForm<MailValues>;
  readonly desk: MailAccountDesk;
  readonly disabled: boolean;
}

/** One way on at a time: first somebody signs in, which saves too; then there is something to test and to change. */
function MailActions({ checked: { form, submit }, desk, disabled }: MailActionsProps) {
  const { t } = useTranslation();
  const { way } = form.values;
  const signedIn = signedInTo(form.values, desk.known);
  if (way !== 'password' && signedIn?.ended !== false) {
    return (
      <Button
        variant="filled"
        disabled={disabled || desk.signingIn.waiting}
        onClick={() => {
          submit(desk.signIn)();
        }}
      >
        {signedIn === null
          ? t('settings.mailSignInDo', { provider: ISSUER_NAMES[way] })
          : t('settings.mailSignInAgain')}
      </Button>
    );
  }
  const running = desk.test?.state === 'running';
  return (
    <>
      <Button
        disabled={disabled}
        aria-busy={running}
        onClick={() => {
          if (running) return; // it stays enabled, so that the keyboard stays on it
          submit((values) => void desk.runTest(values))();
        }}
      >
        {t('settings.mailTest')}
      </Button>
      <Button type="submit" variant="filled" disabled={disabled}>
        {t('common.save')}
      </Button>
    </>
  );
}
