import { isEmailAddress } from '../../../shared/domain/email-address.js';
import { RIGHTS_OF_LEVEL } from '../../../shared/domain/right-levels.js';
import { administers } from '../../../shared/domain/rights.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import type { Stored } from '../../data/roster/rows.js';
import type { Problems } from '../../ui/use-checked-form.js';

/** All but the job offer and administering: what somebody at the stand needs. */
export const NEW_RECRUITER: Recruiter = {
  name: '',
  email: '',
  rights: [...RIGHTS_OF_LEVEL['mid-level']],
  departments: [],
  active: true,
  demo: false,
};

/**
 * What keeps a recruiter from being saved. `others` are all but this one: among them and this one somebody who works
 * here must stay administrator (G-9).
 */
export function checkRecruiter(
  { name, email, rights, active }: Recruiter,
  others: readonly Stored<RecruiterId, Recruiter>[],
): Problems {
  const somebodyDoes = administers({ rights, active }) || others.some(administers);
  return {
    ...(name.trim() === '' ? { name: 'common.required' } : {}),
    ...(email !== '' && !isEmailAddress(email.trim()) ? { email: 'common.invalidEmail' } : {}),
    ...(somebodyDoes ? {} : { rights: 'settings.lastAdministrator' }),
  };
}
