import { useCallback } from 'react';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { success, type Result } from '../../shared/lib/result.js';
import { dateIn } from '../../shared/lib/time.js';
import type { InterviewId } from '../../shared/records/primitives.js';
import { meetingFile } from './meeting-file.js';
import { saveFile } from './save-file.js';
import { useSession } from './use-session.js';

/** Saves a meeting as an .ics file where the browser saves files, under a name that names nobody. */
export function useSaveMeetingFile(): (id: InterviewId, activity: string) => Promise<Result<null, HostErrorCode>> {
  const session = useSession();
  return useCallback(
    async (id, activity) => {
      const roster = session.roster.current();
      const event = meetingFile(roster, id, activity);
      if (event === null) return success(null);
      const file = await session.host.call('calendar.file', { event, writtenAt: session.now() });
      if (!file.ok) return file;
      const date = dateIn(roster.organisation?.zone ?? 'UTC', event.startsAt);
      saveFile(file.value.url, `${activity} ${date}.ics`);
      return success(null);
    },
    [session],
  );
}
