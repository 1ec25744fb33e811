import { useTranslation } from 'react-i18next';
import { rightsOf } from '../../../shared/domain/rights.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
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
      <SomebodyElse />
    </StandalonePage>
  );
}

/** So many names are told one by one. */
const NAMES = 3;

function keepersOf({ recruiters }: Roster): readonly string[] {
  return [...recruiters.values()]
    .filter(({ id }) => rightsOf(id, recruiters).includes('administer'))
    .map(({ name }) => name);
}

/** G-9: who is in the list is said by those who administer; whoever is missing learns whom to ask. */
function SomebodyElse() {
  const { t } = useTranslation();
  const formats = useFormats();
  const keepers = useRoster(keepersOf);
  const { standing } = useSync();
  const more = keepers.length - NAMES;
  const names =
    more > 0 ? `${keepers.slice(0, NAMES).join(', ')} ${t('sync.moreNames', { count: more })}` : formats.list(keepers);
  return (
    <section className={classes['else']} aria-labelledby="somebody-else">
      <h2 id="somebody-else">{t('settings.whoElse')}</h2>
      <p>
        {t('settings.whoElseText', { names, settings: t('shell.settings'), section: t('settings.recruiters') })}{' '}
        {standing === null ? null : t('settings.whoElseAnywhere')}
      </p>
    </section>
  );
}
