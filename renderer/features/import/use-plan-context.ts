import { useMemo } from 'react';
import { indexPeople } from '../../../shared/domain/import/index-people.js';
import type { ImportContext, PersonOnFile } from '../../../shared/domain/import/plan-import.js';
import type { ReadPhone } from '../../../shared/domain/contact-details.js';
import type { FairId, RecruiterId } from '../../../shared/records/primitives.js';
import { phoneReader } from '../../data/phone-number.js';
import { RETENTION_MONTHS } from '../../data/retention-months.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';

/** What a plan rests on, as it stands when the step is opened; with `people`, who is on file is looked through once. */
export function usePlanContext(fairId: FairId | null, people: boolean): ImportContext {
  const session = useSession();
  const { zone } = useFormats();
  const { recruiterId } = usePreferences();
  const readPhone = useMemo(() => remembering(phoneReader(zone)), [zone]);
  const index = useMemo(
    () => indexPeople<PersonOnFile>(people ? session.roster.current().people.values() : []),
    [session, people],
  );
  return useMemo(() => {
    const { recruiters, fairs, organisation } = session.roster.current();
    const by = recruiters.has(recruiterId as RecruiterId) ? (recruiterId as RecruiterId) : null;
    return {
      now: session.now(),
      by,
      fair: fairId === null ? null : (fairs.get(fairId) ?? null),
      retentionMonths: organisation?.retentionMonths ?? RETENTION_MONTHS,
      zone,
      newId: () => session.newId(),
      readPhone,
      people: index,
      applicationsOf: (person) => session.roster.current().applicationsOf(person),
    };
  }, [session, zone, recruiterId, fairId, readPhone, index]);
}

/** The same numbers are read with every change of a setting, and reading one is what takes time. */
function remembering(readPhone: ReadPhone): ReadPhone {
  const read = new Map<string, string | null>();
  return (text, language) => {
    const key = `${language} ${text}`;
    const known = read.get(key);
    if (known !== undefined) return known;
    const phone = readPhone(text, language);
    read.set(key, phone);
    return phone;
  };
}
