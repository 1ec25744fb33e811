import { Button } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ContactSign, DuplicatePair } from '../../../shared/domain/suggest-duplicates.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { phoneForReading } from '../../data/phone-number.js';
import type { PersonRow } from '../../data/roster/rows.js';
import { useDuplicates } from '../../data/use-duplicates.js';
import { requestComparison } from '../../state/duplicate-request.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { PageHead } from '../../ui/page-head.js';
import classes from './duplicates-page.module.css';

const SIGN_WORDS = {
  email: 'duplicates.sameEmail',
  phone: 'duplicates.samePhone',
} as const satisfies Record<ContactSign, MessageKey>;

/** Whoever is decided on makes room for the next. */
const MOST_SHOWN = 200;

/** *Possible duplicates* (G-13): who may have been captured twice, to be verified or dismissed. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const pairs = useDuplicates();
  return (
    <>
      <PageHead
        title={t('duplicates.title')}
        aside={pairs.length === 0 ? undefined : t('duplicates.count', { count: pairs.length })}
      />
      {pairs.length === 0 ? (
        <EmptyState icon={IconAddressBook} title={t('duplicates.emptyTitle')}>
          {t('duplicates.emptyText')}
        </EmptyState>
      ) : (
        <div className={classes['page']}>
          <p className={classes['lead']}>{t('duplicates.lead')}</p>
          <ul className={classes['pairs']}>
            {pairs.slice(0, MOST_SHOWN).map((pair) => (
              <Pair key={pair.id} pair={pair} signs={formats.list(pair.signs.map((sign) => t(SIGN_WORDS[sign])))} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Pair({ pair: { first, second }, signs }: { readonly pair: DuplicatePair<PersonRow>; readonly signs: string }) {
  const { t } = useTranslation();
  const name = nameOf(second);
  return (
    <li>
      <div className={classes['whom']}>
        <b>
          <bdi>{name}</bdi>
        </b>
        <span>{signs}</span>
      </div>
      <Captured person={first} />
      <Captured person={second} />
      <Button
        aria-label={t('duplicates.compareName', { name })}
        onClick={() => {
          requestComparison(first.id, second.id);
        }}
      >
        {t('duplicates.compare')}
      </Button>
    </li>
  );
}

function Captured({ person }: { readonly person: PersonRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const details = [person.email, person.phone === '' ? '' : phoneForReading(person.phone)].filter(Boolean);
  return (
    <div className={classes['captured']}>
      {t('duplicates.capturedOn', { date: formats.dateTime(person.capturedAt) })}
      <small>
        <bdi>{details.join(' · ')}</bdi>
      </small>
    </div>
  );
}

function nameOf({ givenName, familyName }: PersonRow): string {
  return `${givenName} ${familyName}`.trim();
}
