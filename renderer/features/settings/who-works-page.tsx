import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { Initials } from '../../ui/initials.js';
import { StandalonePage } from '../../ui/standalone-page.js';
import classes from './who-works-page.module.css';

function activeRecruitersOf(roster: Roster) {
  return [...roster.recruiters.values()].filter(({ active }) => active);
}

/** Asked when nobody, or nobody who still works here, is chosen on this laptop. */
export function WhoWorksPage() {
  const { t } = useTranslation();
  const session = useSession();
  const recruiters = useRoster(activeRecruitersOf);
  const choose = async (recruiterId: RecruiterId): Promise<void> => {
    const answer = await session.setPreferences({ recruiterId });
    if (!answer.ok) showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
  };
  return (
    <StandalonePage title={t('settings.whoTitle')}>
      <p>{t('settings.whoText')}</p>
      <ul className={classes['list']}>
        {recruiters.map(({ id, name, email }) => (
          <li key={id}>
            <button type="button" onClick={() => void choose(id)}>
              <Initials name={name} />
              <b>{name}</b>
              <span>{email}</span>
            </button>
          </li>
        ))}
      </ul>
    </StandalonePage>
  );
}
