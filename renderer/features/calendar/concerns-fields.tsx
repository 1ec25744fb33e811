import { Select } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';

interface FieldProps {
  readonly onChange: (value: unknown) => void;
  readonly value?: string | null;
}

const MOST_SHOWN = 12;

/** Whom the appointment concerns, found by name, school or address; may be left empty. */
export function CandidateField({ value = null, onChange }: FieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const find = useMemo(() => (roster: Roster) => peopleToChoose(roster, typed, value), [typed, value]);
  return (
    <Select
      label={`${t('calendar.candidate')} (${t('common.optional')})`}
      data={useRoster(find)}
      value={value}
      onChange={onChange}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('shell.paletteEmpty')}
    />
  );
}

/** The vacancy that the appointment concerns; may be left empty. */
export function VacancyField({ value = null, onChange }: FieldProps) {
  const { t } = useTranslation();
  const vacancies = useRoster(useCallback((roster: Roster) => vacanciesToChoose(roster, value), [value]));
  return (
    <Select
      label={`${t('capture.vacancy')} (${t('common.optional')})`}
      data={vacancies}
      value={value}
      onChange={onChange}
      searchable
      clearable
    />
  );
}

function peopleToChoose({ people }: Roster, typed: string, chosen: string | null) {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  const found: { value: string; label: string }[] = [];
  const own = chosen === null ? undefined : people.get(chosen as PersonId);
  if (own !== undefined) found.push(optionOf(own));
  for (const person of people.values()) {
    if (found.length >= MOST_SHOWN) break;
    if (person.id !== chosen && words.every((word) => person.search.includes(word))) found.push(optionOf(person));
  }
  return found;
}

function optionOf({ id, givenName, familyName }: { id: string; givenName: string; familyName: string }) {
  return { value: id, label: `${givenName} ${familyName}`.trim() };
}

function vacanciesToChoose({ vacancies }: Roster, chosen: string | null) {
  return [...vacancies.values()]
    .filter(({ id, state }) => state === 'open' || id === chosen)
    .map(({ id, title, reference }) => ({
      value: id,
      label: [title, reference].filter(Boolean).join(' · '),
    }));
}
