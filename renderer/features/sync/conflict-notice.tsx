import { IconGitMerge } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { icon } from '../../ui/icon-props.js';
import { TextLink } from '../../ui/links.js';
import classes from './conflict-notice.module.css';
import { countConflictsOf } from './open-conflicts.js';

/** In a dossier: that something of it was said differently on two laptops, and the way to where it is decided. */
export function ConflictNotice({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation();
  const count = useRoster(useCallback((roster: Roster) => countConflictsOf(roster, personId), [personId]));
  if (count === 0) return null;
  return (
    <p className={classes['notice']}>
      <IconGitMerge {...icon} />
      <span>
        {t('sync.inDossier', { count })}{' '}
        <TextLink to="/sync" search={{ person: personId }}>
          {t('shell.sync')}
        </TextLink>
      </span>
    </p>
  );
}
