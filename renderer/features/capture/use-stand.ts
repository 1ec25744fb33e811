import { useMemo } from 'react';
import { keptUntil } from '../../../shared/domain/capture.js';
import { currentFair } from '../../../shared/domain/current-fair.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { FairId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { RETENTION_MONTHS } from '../../data/retention-months.js';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';

/** Where and for whom people are captured here. */
export interface Stand {
  readonly fair: { readonly id: FairId; readonly lastDate: string } | null;
  /** `Career Days Gothenburg, B14`; empty without a fair. */
  readonly fairLine: string;
  /** Of the organisation; empty before it has one. */
  readonly organisation: string;
  readonly retentionMonths: number;
  /** Calendar date until which details are kept. */
  readonly until: string;
  readonly zone: string;
  /** Open vacancies, in the order of their titles. */
  readonly vacancies: readonly { readonly id: VacancyId; readonly title: string }[];
  /** Who is working here; null when nobody is chosen. */
  readonly by: RecruiterId | null;
}

const organisationOf = (roster: Roster) => roster.organisation;
const fairsOf = (roster: Roster) => [...roster.fairs.values()];
const recruitersOf = (roster: Roster) => new Set<string>(roster.recruiters.keys());
const openVacanciesOf = (roster: Roster) => [...roster.vacancies.values()].filter(({ state }) => state === 'open');

export function useStand(): Stand {
  const session = useSession();
  const { zone, collator } = useFormats();
  const organisation = useRoster(organisationOf);
  const fairs = useRoster(fairsOf);
  const open = useRoster(openVacanciesOf);
  const recruiters = useRoster(recruitersOf);
  const { recruiterId } = usePreferences();
  return useMemo(() => {
    const now = session.now();
    const fair = currentFair(fairs, dateIn(zone, now));
    const retentionMonths = organisation?.retentionMonths ?? RETENTION_MONTHS;
    return {
      fair,
      fairLine: fair === null ? '' : [fair.name, fair.stand].filter((word) => word !== '').join(', '),
      organisation: organisation?.name ?? '',
      retentionMonths,
      until: keptUntil({ fair, retentionMonths, zone, now }),
      zone,
      vacancies: [...open].sort((a, b) => collator.compare(a.title, b.title)),
      by: recruiterId !== null && recruiters.has(recruiterId) ? (recruiterId as RecruiterId) : null,
    };
  }, [session, organisation, fairs, open, recruiters, recruiterId, zone, collator]);
}
