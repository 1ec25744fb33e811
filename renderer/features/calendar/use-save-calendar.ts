import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { saveFile } from '../../data/save-file.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { publishedEvents } from './published-calendar.js';
import type { CalendarOnShow } from './use-calendar.js';

/** Saves what is on show as one .ics file where the browser saves files, under a name that names nobody. */
export function useSaveCalendar() {
  const { t } = useTranslation();
  const session = useSession();
  return async ({ entries, range: { from, to } }: CalendarOnShow): Promise<void> => {
    const name = [t('shell.calendar'), from, ...(from === to ? [] : [to])].join(' ');
    const events = [...publishedEvents(session.roster.current(), entries, t)];
    const file = await session.host.call('calendar.publish', {
      calendar: { name, events },
      writtenAt: session.now(),
    });
    if (!file.ok) {
      showToast({ text: t(ERROR_WORDS[file.code]), tone: 'problem' });
      return;
    }
    saveFile(file.value.url, `${name}.ics`);
    showToast({ text: t('calendar.savedFile', { count: events.length }) });
  };
}
