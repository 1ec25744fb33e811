import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useMailSignIn } from '../../data/use-mail-sign-in.js';
import { showToast } from '../../state/ui-store.js';
import { BusyButton } from '../../ui/busy-button.js';
import { ButtonLink } from '../../ui/links.js';

/** The consent has ended: one click opens the browser, and what waits leaves once somebody has signed in. */
export function SignInAgain({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { t } = useTranslation();
  const { waiting, start, cancel } = useMailSignIn((answer) => {
    if (answer.ok) {
      showToast({ text: t('settings.mailSignedInAs', { address: answer.value.as }) });
      onSignedIn();
    } else if (answer.code !== 'mail/sign-in-cancelled') {
      showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
    }
  });
  return (
    <>
      <BusyButton
        size="xs"
        variant="filled"
        busy={waiting}
        onClick={() => {
          start(null, null);
        }}
      >
        {t('settings.mailSignInAgain')}
      </BusyButton>
      {waiting ? (
        <Button size="xs" onClick={cancel}>
          {t('common.cancel')}
        </Button>
      ) : (
        <ButtonLink size="xs" to="/settings/mail">
          {t('outbox.openSettings')}
        </ButtonLink>
      )}
    </>
  );
}
