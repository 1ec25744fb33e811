import { IconUserSearch, IconUsers } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureForm } from '../../../shared/domain/capture.js';
import { cleanName } from '../../../shared/domain/clean-name.js';
import type { ReadPhone } from '../../../shared/domain/contact-details.js';
import { findDuplicates, type DuplicateSign } from '../../../shared/domain/duplicates.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import classes from './capture.module.css';
import { PersonLink } from './person-link.js';

const WORDS = {
  email: 'capture.knownByEmail',
  phone: 'capture.knownByPhone',
  name: 'capture.knownByName',
  'phone-end': 'capture.knownByPhoneEnd',
} as const satisfies Record<DuplicateSign, MessageKey>;

interface DuplicateHintProps {
  readonly personId: PersonId;
  readonly form: CaptureForm;
  readonly readPhone: ReadPhone;
}

/** Whether somebody on this laptop may be the same person. It only says so: nothing is filled in or merged. */
export function DuplicateHint({ personId, form, readPhone }: DuplicateHintProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { givenName, familyName, email, phone, language } = useDeferredValue(form);
  const select = useMemo(() => {
    const typed = { givenName, familyName, email, phone, language };
    return (roster: Roster) =>
      findDuplicates(roster.people.values(), typed, readPhone).find(({ person }) => person.id !== personId) ?? null;
  }, [givenName, familyName, email, phone, language, readPhone, personId]);
  const found = useRoster(select);
  if (found !== null) {
    const { person, sign } = found;
    const values = { name: nameOf(person), date: formats.shortDate(person.capturedAt) };
    return (
      <p className={classes['known']}>
        <IconUsers {...icon} />
        <span>
          {t(WORDS[sign], values)} <PersonLink person={person}>{t('common.open')}</PersonLink>
        </span>
      </p>
    );
  }
  const name = cleanName(`${givenName} ${familyName}`);
  if (givenName.trim() === '' || familyName.trim() === '') return null;
  return (
    <p>
      <IconUserSearch {...icon} />
      <span>{t('capture.looksNew', { name })}</span>
    </p>
  );
}

function nameOf(person: PersonRow): string {
  return `${person.givenName} ${person.familyName}`.trim();
}
