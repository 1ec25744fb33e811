import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { SmsForm } from './sms-form.js';

/** The account that SMS leave through. */
export function SmsSection({ onSaved }: { readonly onSaved?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { host } = useSession();
  const load = useCallback(async () => await host.call('sms.account', null), [host]);
  const loaded = useLoaded(load);
  if (loaded.status === 'loading') return null;
  if (!loaded.value.ok) return <p role="alert">{t(ERROR_WORDS[loaded.value.code])}</p>;
  return <SmsForm stored={loaded.value.value} onSaved={onSaved} />;
}
