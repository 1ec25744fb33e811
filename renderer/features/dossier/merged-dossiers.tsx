import { useTranslation } from 'react-i18next';
import { CHOSEN_FIELDS, detailsIn } from '../../../shared/domain/chosen-details.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { useAppliedFor } from '../../data/use-applied-for.js';
import { useHasRight } from '../../data/use-rights.js';
import { useMerge } from '../../data/use-merge.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import classes from './dossier.module.css';
import { detailWords } from './merge-words.js';
import type { Shown } from './shown.js';

type Merged = Shown['dossier']['merged'][number];

/** G-13: the captures that were found to be this person, what they say differently, and the way back. */
export function MergedDossiers({ shown: { dossier, personId } }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  if (dossier.merged.length === 0) return null;
  return (
    <section className={classes['others']}>
      <hr />
      <h2>{t('duplicates.alsoCaptured', { count: dossier.merged.length })}</h2>
      <ul>
        {dossier.merged.map((merged) => (
          <Line key={merged.id} dossier={dossier} merged={merged} personId={personId} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly dossier: Shown['dossier'];
  readonly merged: Merged;
  readonly personId: PersonId;
}

function Line({ dossier, merged, personId }: LineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { saving, separate } = useMerge(showToast);
  const mayMerge = useHasRight('add-candidates');
  const { titles } = useAppliedFor(personId, merged.id as PersonId);
  const [own, holding] = [detailsIn(merged), detailsIn(dossier.person)];
  const different = ([...CHOSEN_FIELDS, 'postalAddress'] as const).filter((field) => own[field] !== holding[field]);
  const words = detailWords(Object.fromEntries(different.map((field) => [field, own[field]] as const)), t);
  return (
    <li>
      {t('duplicates.capturedOn', { date: formats.dateTime(merged.fields.capturedAt) })}
      {titles.length === 0 ? null : <small>{formats.list(titles)}</small>}
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
