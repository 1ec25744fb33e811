import { Button, Radio } from '@mantine/core';
import { IconArrowsJoin2, IconUsers } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposedDetails, type PersonDetails } from '../../../shared/domain/merge-people.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { phoneForReading } from '../../data/phone-number.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';
import { useAppliedFor } from '../../data/use-applied-for.js';
import { useLive } from '../../data/use-live.js';
import { useMerge } from '../../data/use-merge.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { Dialog } from '../../ui/dialog.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import foot from '../../ui/dialog-foot.module.css';
import classes from './compare-dialog.module.css';

const FIELDS = [
  ['givenName', 'capture.givenName'],
  ['familyName', 'capture.familyName'],
  ['email', 'capture.email'],
  ['phone', 'capture.phone'],
  ['postalAddress', 'dossier.postalAddress'],
  ['school', 'capture.school'],
  ['city', 'capture.city'],
  ['language', 'capture.language'],
] as const satisfies readonly (readonly [keyof PersonDetails, MessageKey])[];

interface CompareDialogProps {
  readonly first: PersonRow;
  readonly second: PersonRow;
  /** Whose dossier is open under the dialog. */
  readonly open: PersonId | null;
  readonly onClose: () => void;
}

/** G-13: both side by side; where they differ, what holds is chosen. One person, or two: the recruiter says which. */
export function CompareDialog({ first, second, open, onClose }: CompareDialogProps) {
  const { t } = useTranslation();
  const { saving, merge, dismiss } = useMerge(showToast);
  const [chosen, setChosen] = useState<PersonDetails>(() => proposedDetails(first, second));
  const done = (saved: boolean): void => {
    if (saved) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('duplicates.question')} size={760}>
      <p className={classes['guide']}>{t('duplicates.guide')}</p>
      <table className={classes['sides']}>
        <thead>
          <tr>
            <td />
            <Side person={first} isOpen={first.id === open} />
            <Side person={second} isOpen={second.id === open} />
          </tr>
        </thead>
        <tbody>
          {FIELDS.map(([field, label]) => (
            <Row
              key={field}
              label={t(label)}
              field={field}
              sides={[first, second]}
              chosen={chosen}
              onChoose={(from) => {
                setChosen((before) => ({ ...before, [field]: from[field] }));
              }}
            />
          ))}
        </tbody>
      </table>
      <p className={classes['kept']}>{t('duplicates.kept')}</p>
      <footer className={foot['foot']}>
        <Button
          leftSection={<IconUsers {...icon} />}
          disabled={saving}
          onClick={() => void dismiss(first, second).then(done)}
        >
          {t('duplicates.dismiss')}
        </Button>
        <Button
          variant="filled"
          leftSection={<IconArrowsJoin2 {...icon} />}
          loading={saving}
          onClick={() => void merge(first, second, chosen).then(done)}
        >
          {t('duplicates.merge')}
        </Button>
      </footer>
    </Dialog>
  );
}

/** Who this is, when and where captured, and what there is of each: so that nobody has to guess which side is which. */
function Side({ person, isOpen }: { readonly person: PersonRow; readonly isOpen: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { fairId } = person;
  const select = useCallback(
    ({ fairs }: Roster) => (fairId === null ? null : (fairs.get(fairId)?.name ?? null)),
    [fairId],
  );
  const fair = useRoster(select);
  const { count, titles } = useAppliedFor(person.id);
  const cvs = useCvNames(person);
  const captured = [
    t('duplicates.capturedOn', { date: formats.dateTime(person.capturedAt) }),
    ...(fair === null ? [] : [fair]),
  ];
  const lines = [
    captured.join(' · '),
    titles.length === 0
      ? t('duplicates.applications', { count })
      : t('duplicates.appliedFor', { count, titles: formats.list(titles) }),
    ...(cvs.length === 0 ? [] : [t('duplicates.cvs', { names: formats.list(cvs) })]),
  ];
  return (
    <th scope="col">
      <bdi>{`${person.givenName} ${person.familyName}`.trim()}</bdi>
      {isOpen ? <em className={classes['open']}>{t('duplicates.openSide')}</em> : null}
      {lines.map((line) => (
        <small key={line}>{line}</small>
      ))}
    </th>
  );
}

function useCvNames({ id, cvIds }: PersonRow): readonly string[] {
  const session = useSession();
  const live = useLive(useMemo(() => session.dossier(id), [session, id]));
  if (cvIds.length === 0 || live.status !== 'ready') return [];
  return (live.value?.documents ?? []).filter((one) => cvIds.includes(one.id)).map(({ fields }) => fields.name);
}

interface RowProps {
  readonly label: string;
  readonly field: keyof PersonDetails;
  readonly sides: readonly [PersonRow, PersonRow];
  readonly chosen: PersonDetails;
  readonly onChoose: (from: PersonRow) => void;
}

function Row({ label, field, sides, chosen, onChoose }: RowProps) {
  const { t } = useTranslation();
  const [first, second] = sides;
  const wordsOf = (person: PersonRow): string => {
    if (field === 'language') return t(LANGUAGE_WORDS[person.language]);
    return (field === 'phone' ? phoneForReading(person.phone) : person[field]) || '–';
  };
  if (first[field] === second[field]) {
    return first[field] === '' ? null : (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={2} className={classes['same']}>
          <bdi>{wordsOf(first)}</bdi>
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{label}</th>
      {sides.map((person) => (
        <td key={person.id}>
          <Radio
            name={field}
            aria-label={`${label}: ${wordsOf(person)}`}
            value={person.id}
            label={<bdi>{wordsOf(person)}</bdi>}
            checked={chosen[field] === person[field]}
            onChange={() => {
              onChoose(person);
            }}
          />
        </td>
      ))}
    </tr>
  );
}
