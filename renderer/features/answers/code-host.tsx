import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { interviewEvent } from '../../data/interview-event.js';
import { useSession } from '../../data/use-session.js';
import { closeCode, useCodeRequest } from '../../state/code-request.js';
import { InterviewCodeDialog } from '../../ui/interview-code-dialog.js';
import { interviewWords } from '../../../shared/i18n/interview-words.js';

/** Shows an interview as a code, wherever that is asked for; of a meeting, one for each person in it. */
export function CodeHost() {
  const { i18n } = useTranslation();
  const session = useSession();
  const { ids } = useCodeRequest();
  const shown = useMemo(() => {
    const roster = session.roster.current();
    const people = ids.flatMap((id) => interviewEvent(roster, id, (language) => interviewWords(i18n, language)) ?? []);
    return { people, now: session.now() };
  }, [session, i18n, ids]);
  if (shown.people.length === 0) return null;
  return <InterviewCodeDialog key={ids.join(' ')} {...shown} onClose={closeCode} />;
}
