import { useEffect } from 'react';
import { runRetention } from '../data/run-retention.js';
import { useCalendarDate } from '../data/use-calendar-date.js';
import { useSession } from '../data/use-session.js';
import { useFormats } from '../ui/formats.js';

/** On a laptop without a server, does at each start and with each new day what the rule of retention asks for (docs/adr/0058). */
export function RetentionRunner() {
  const session = useSession();
  const today = useCalendarDate(useFormats().zone);
  useEffect(() => {
    const run = async (): Promise<void> => {
      // Asked of the host itself: what screens know of it comes a moment later. Whoever has a server leaves it to the server.
      const standing = await session.host.call('sync.state', null);
      if (!standing.ok || standing.value !== null) return;
      const ran = await runRetention(session);
      if (!ran.ok) reportError(new Error(`the rule of retention could not be followed: ${ran.code}`));
    };
    run().catch(reportError);
  }, [session, today]);
  return null;
}
