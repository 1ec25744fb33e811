import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLogin2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/host/contract.js';
import { icon } from '../../ui/icon-props.js';
import classes from './mail-form.module.css';

interface MailSignedInProps {
  readonly signedIn: OutputOf<'mail.account'>['signedIn'];
  readonly disabled: boolean;
  readonly onSignOut: () => void;
}

/** Who is signed in, or that nobody is any more. */
export function MailSignedIn({ signedIn, disabled, onSignOut }: MailSignedInProps) {
  const { t } = useTranslation();
  const state = signedIn === null ? 'nobody' : signedIn.ended ? 'ended' : 'in';
  const Glyph = { nobody: IconLogin2, ended: IconAlertTriangle, in: IconCheck }[state];
  return (
    <div className={classes['signed-in']} data-state={state}>
      <Glyph {...icon} />
      <p>
        {signedIn === null
          ? t('settings.mailNotSignedIn')
          : t(signedIn.ended ? 'settings.mailSignInEnded' : 'settings.mailSignedInAs', { address: signedIn.as })}
      </p>
      {signedIn === null ? null : (
        <Button size="xs" disabled={disabled} onClick={onSignOut}>
          {t('settings.mailSignOut')}
        </Button>
      )}
    </div>
  );
}
