import { useTranslation } from 'react-i18next';
import { CHOSEN_FIELDS } from '../../../shared/domain/merge-people.js';
import { phoneForReading } from '../../data/phone-number.js';
import { useHasRight } from '../../data/use-rights.js';
import { useMerge } from '../../data/use-merge.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';

type Merged = Shown['dossier']['merged'][number];

/** G-13: the captures that were found to be this person, what they say differently, and the way back. */
export function MergedDossiers({ shown: { dossier } }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  if (dossier.merged.length === 0) return null;
  return (
    <section className={classes['others']}>
      <hr />
      <h2>{t('duplicates.alsoCaptured', { count: dossier.merged.length })}</h2>
      <ul>
        {dossier.merged.map((merged) => (
          <Line key={merged.id} dossier={dossier} merged={merged} />
        ))}
      </ul>
    </section>
  );
}

function Line({ dossier, merged }: { readonly dossier: Shown['dossier']; readonly merged: Merged }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { saving, separate } = useMerge(showToast);
  const mayMerge = useHasRight('add-candidates');
  const { fields } = merged;
  const different = CHOSEN_FIELDS.filter(
    (field) => fields[field] !== '' && fields[field] !== dossier.person.fields[field],
  );
  const words = different.map((field) => {
    if (field === 'language') return t(LANGUAGE_WORDS[fields.language]);
    return field === 'phone' ? phoneForReading(fields.phone) : fields[field];
  });
  return (
    <li>
      {t('duplicates.capturedOn', { date: formats.date(fields.capturedAt) })}
      {words.length === 0 ? null : (
        <small>
          <bdi>{words.join(' · ')}</bdi>
        </small>
      )}
      {mayMerge ? (
        <button
          type="button"
          className={classes['act']}
          disabled={saving}
          onClick={() => void separate(dossier, merged)}
        >
          {t('duplicates.separate')}
        </button>
      ) : null}
    </li>
  );
}
