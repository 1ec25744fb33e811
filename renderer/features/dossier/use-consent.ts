import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentUntil } from '../../../shared/domain/capture.js';
import type { ConsentPurpose } from '../../../shared/domain/capture-notice.js';
import { currentFair } from '../../../shared/domain/current-fair.js';
import { recordConsent } from '../../../shared/domain/record-consent.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { PersonId, RecruiterId } from '../../../shared/records/primitives.js';
import { RETENTION_MONTHS } from '../../data/retention-months.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import type { Shown } from './shown.js';

interface RecordConsent {
  readonly organisation: string;
  /** Calendar date until which a consent given now counts. */
  readonly until: string;
  readonly say: (given: boolean) => Promise<void>;
  readonly saving: boolean;
  readonly stop: ErrorCode | null;
}

/** A person's word on one purpose, recorded with the way back. */
export function useConsent({ dossier: { person } }: Shown, purpose: ConsentPurpose, onDone: () => void): RecordConsent {
  const { t } = useTranslation();
  const session = useSession();
  const { zone } = useFormats();
  const [saving, setSaving] = useState(false);
  const [stop, setStop] = useState<ErrorCode | null>(null);
  const asking = useCallback(
    (roster: Roster) => {
      const now = session.now();
      const fair = currentFair(roster.fairs.values(), dateIn(zone, now));
      const retentionMonths = roster.organisation?.retentionMonths ?? RETENTION_MONTHS;
      return {
        organisation: roster.organisation?.name ?? '',
        until: consentUntil({ fair, retentionMonths, zone, now }),
      };
    },
    [session, zone],
  );
  const { organisation, until } = useRoster(asking);
  const say = async (given: boolean): Promise<void> => {
    setSaving(true);
    const by = session.preferences.current().recruiterId as RecruiterId | null;
    const { language } = person.fields;
    const word = { personId: person.id as PersonId, purpose, given, language, until: given ? until : null };
    const change = recordConsent(word, { id: session.newId(), at: session.now(), by });
    const answer = await session.commit({ action: 'record-consent', changes: [change] });
    setSaving(false);
    if (!answer.ok) {
      setStop(answer.code);
      return;
    }
    showToast({
      text: t(given ? 'dossier.consentRecorded' : 'dossier.consentTakenBack'),
      undo: () => session.undo(answer.value),
    });
    onDone();
  };
  return { organisation, until, say, saving, stop };
}
