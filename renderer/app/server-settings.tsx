import { useSession } from '../data/use-session.js';
import { doubtBeforeLeaving } from '../engine/doubt-before-leaving.js';
import { SettingsPage } from '../features/settings/settings-page.js';

/** The page of Settings on which this laptop leaves its server. */
export function ServerSettings() {
  const session = useSession();
  return <SettingsPage section="server" beforeLeaving={() => doubtBeforeLeaving(session)} />;
}
