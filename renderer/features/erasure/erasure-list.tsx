import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StayReason } from '../../../shared/domain/erasure.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { PersonErasure } from '../../data/erase.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import classes from './erasure.module.css';
import { erasureParts, waitingMails } from './erasure-parts.js';

const BECAUSE = {
  'other-applications': 'deleted.erasure.because-other-applications',
  hired: 'deleted.erasure.because-hired',
  'cv-database': 'deleted.erasure.because-cv-database',
  prospect: 'deleted.erasure.because-prospect',
} as const satisfies Record<StayReason, MessageKey>;

interface ErasureListProps {
  readonly erasures: readonly PersonErasure[];
  /** Who of them is to go everywhere; left out where all of everybody goes. */
  readonly choice?: {
    readonly everywhere: ReadonlySet<PersonId>;
    readonly onEverywhere: (person: PersonId, wanted: boolean) => void;
  };
}

/** C23: for each person what goes and what stays, and why. */
export function ErasureList({ erasures, choice }: ErasureListProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes['people']} aria-label={t('deleted.erasure.people')}>
      {erasures.map((erasure) => (
        <li key={erasure.personId}>
          <b>{nameOf(erasure)}</b>
          {choice === undefined ? <Vacancies erasure={erasure} /> : null}
          <dl>
            <Goes erasure={erasure} />
            {erasure.whole ? null : <Stays erasure={erasure} />}
          </dl>
          {erasure.whole || choice === undefined ? null : (
            <Checkbox
              label={t('deleted.erasure.everywhere', { name: nameOf(erasure) })}
              checked={choice.everywhere.has(erasure.personId)}
              onChange={({ currentTarget }) => {
                choice.onEverywhere(erasure.personId, currentTarget.checked);
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** In which vacancies everything goes, too. */
function Vacancies({ erasure: { dossier } }: { readonly erasure: PersonErasure }) {
  const { t } = useTranslation();
  const { vacancies } = useSession().roster.current();
  const titles = dossier.applications.map(
    ({ fields }) => vacancies.get(fields.vacancyId)?.title ?? t('dossier.vacancyGone'),
  );
  return titles.length === 0 ? null : <span>{[...new Set(titles)].join(' · ')}</span>;
}

function Goes({ erasure }: { readonly erasure: PersonErasure }) {
  const { t } = useTranslation();
  const waiting = waitingMails(erasure);
  const person = erasure.whole ? [t('deleted.erasure.person')] : [];
  return (
    <>
      <dt>{t('deleted.erasure.goes')}</dt>
      <dd>
        <Listed items={[...person, ...useParts(erasure, erasure.gone)]} />
        {waiting === 0 ? null : (
          <span className={classes['warning']}>{t('deleted.erasure.waiting', { count: waiting })}</span>
        )}
      </dd>
    </>
  );
}

function Stays({ erasure }: { readonly erasure: PersonErasure }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t('deleted.erasure.stays')}</dt>
      <dd>
        <Listed items={[t('deleted.erasure.person'), ...useParts(erasure, erasure.kept)]} />
        <span className={classes['reason']}>
          <Listed items={erasure.because.map((reason) => t(BECAUSE[reason]))} />
        </span>
      </dd>
    </>
  );
}

function useParts(erasure: PersonErasure, records: PersonErasure['gone']): readonly string[] {
  const { t } = useTranslation();
  return erasureParts(erasure, records).map(({ word, count }) => t(word, { count }));
}

function Listed({ items }: { readonly items: readonly string[] }) {
  const formats = useFormats();
  return <span>{formats.list(items)}</span>;
}

function nameOf({ dossier: { person } }: PersonErasure): string {
  return `${person.fields.givenName} ${person.fields.familyName}`.trim();
}
