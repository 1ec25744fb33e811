import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../shared/records/primitives.js';
import { useDuplicatesOf } from '../../data/use-duplicates.js';
import { requestComparison } from '../../state/duplicate-request.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';

/** G-13: that somebody else may be this person, and the way to look at both. */
export function DuplicateLine({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const id = shown.dossier.person.id as PersonId;
  const [pair] = useDuplicatesOf(id);
  if (pair === undefined) return null;
  const other = pair.first.id === id ? pair.second : pair.first;
  return (
    <p className={classes['twice']}>
      <IconUsers {...icon} />
      <span>
        {t('duplicates.hint', { date: formats.date(other.capturedAt) })}{' '}
        <button
          type="button"
          className={classes['act']}
          onClick={() => {
            requestComparison(id, other.id, id);
          }}
        >
          {t('duplicates.compare')}
        </button>
      </span>
    </p>
  );
}
