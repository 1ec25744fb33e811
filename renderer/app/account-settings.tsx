import { SettingsPage } from '../features/settings/settings-page.js';
import { useOutbox } from './outbox-provider.js';

/** A page of Settings with an account that messages may be waiting for. */
export function AccountSettings({ section }: { readonly section: 'mail' | 'sms' }) {
  const engine = useOutbox();
  return (
    <SettingsPage
      section={section}
      onAccountSaved={() => {
        engine.resume();
      }}
    />
  );
}
