import { Select } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { placesLeft } from '../../../shared/domain/group-places.js';
import type { InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import type { Selection } from '../../../shared/domain/progress-action.js';
import { hasRight, INVITE_RIGHTS } from '../../../shared/domain/rights.js';
import { MINUTE } from '../../../shared/lib/time.js';
import { groupsAhead, slotOfGroup, type GroupEntry } from '../../data/roster/groups.js';
import { recruiterNames } from '../../data/roster/recruiter-names.js';
import type { Roster } from '../../data/roster/rows.js';
import { useNow } from '../../data/use-now.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { DataList } from '../../ui/data-list.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats, type Formats } from '../../ui/formats.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { KIND_WORDS } from '../../ui/interview-words.js';
import { placesWords } from '../../ui/places-words.js';
import classes from './invite-form.module.css';
import type { ActionFormProps } from './mail-action.js';
import { ProblemLines } from './problem-lines.js';

interface ListedGroup {
  readonly entry: GroupEntry;
  readonly names: string;
  /** Somebody of these vacancies is in it. */
  readonly isHere: boolean;
}

/** The groups to come that these people may be invited to (G-9). */
export function useGroupsFor(selection: Selection): readonly ListedGroup[] {
  const now = useNow(MINUTE);
  const rights = useRights();
  const formats = useFormats();
  const select = useMemo(
    () => (roster: Roster) => {
      const vacancies = new Set(selection.map(({ vacancyId }) => vacancyId));
      return groupsAhead(roster, now)
        .filter(({ activity }) => hasRight(rights, INVITE_RIGHTS[activity]))
        .map((entry) => ({
          entry,
          names: formats.list(recruiterNames(roster, entry.recruiterIds)),
          isHere: entry.people.some(({ vacancyId }) => vacancies.has(vacancyId)),
        }));
    },
    [selection, now, rights, formats],
  );
  return useRoster(select);
}

interface JoinGroupProps extends Pick<ActionFormProps<InviteFields>, 'fields' | 'problems' | 'onChange'> {
  readonly groups: readonly ListedGroup[];
  /** That more are invited than fit into the one that is chosen. */
  readonly full: string | null;
}

/** *Join a group*: those of the vacancy first; a full one is seen, and cannot be chosen. */
export function JoinGroup({ fields, problems, onChange, groups, full }: JoinGroupProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const gone = problems.filter(({ code }) => code === 'interview-group-gone');
  const isThere = fields.group === null || groups.some(({ entry }) => entry.id === fields.group);
  const option = (listed: ListedGroup) => ({
    value: listed.entry.id,
    label: optionWords(listed, { t, formats }),
    disabled: placesLeft(listed.entry.group) === 0,
  });
  const [here, elsewhere] = [groups.filter(({ isHere }) => isHere), groups.filter(({ isHere }) => !isHere)];
  if (groups.length === 0 && isThere) return null;
  return (
    <Select
      className={classes['join'] ?? ''}
      label={t('interview.join')}
      placeholder={t('interview.joinNone')}
      data={[
        ...(isThere ? [] : [{ value: fields.group, label: t('interview.joinGone'), disabled: true }]),
        ...(here.length === 0 ? [] : [{ group: t('interview.joinHere'), items: here.map(option) }]),
        ...(elsewhere.length === 0 ? [] : [{ group: t('interview.joinElsewhere'), items: elsewhere.map(option) }]),
      ]}
      value={fields.group}
      clearable
      error={
        gone.length > 0 ? <ProblemLines problems={gone} /> : full === null ? null : <FieldError>{full}</FieldError>
      }
      onChange={(value) => {
        const entry = groups.find((one) => one.entry.id === value)?.entry;
        onChange(entry === undefined ? OWN_TIME : joinedFields(entry, formats.zone));
      }}
    />
  );
}

/** Time and place stay as a beginning; whether they meet together is asked anew. */
const OWN_TIME: Partial<InviteFields> = { group: null, kind: null, places: null, arrangement: 'in-turn' };

function joinedFields(entry: GroupEntry, zone: string): Partial<InviteFields> {
  const { joins, ...when } = slotOfGroup(entry, zone);
  return { ...when, ...joins };
}

function optionWords(
  { entry, names }: ListedGroup,
  { t, formats }: { readonly t: TFunction; readonly formats: Formats },
): string {
  const left = placesLeft(entry.group);
  const places =
    left === null ? t('interview.peopleIn', { count: entry.group.taken }) : t('interview.placesLeft', { left });
  return [formats.dateTime(entry.startsAt), places, entry.place, names, entry.vacancyTitle]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What whoever joins a group gets: all of it as the group has it. */
export function JoinedGroup({ listed: { entry, names } }: { readonly listed: ListedGroup }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { activity, group, startsAt, minutes, place, vacancyTitle } = entry;
  const when = `${formats.longDate(startsAt)}, ${formats.time(startsAt)}, ${formats.minutes(minutes)}`;
  const rows = [
    { term: t('interview.type'), value: t(INTERVIEW_WORDS[activity]) },
    { term: t('interview.kind'), value: group.kind === null ? '' : t(KIND_WORDS[group.kind]) },
    { term: t('interview.when'), value: when },
    { term: t('interview.place'), value: place },
    { term: t('interview.recruiters'), value: names },
    { term: t('interview.places'), value: placesWords(t, group) },
    { term: t('capture.vacancy'), value: vacancyTitle },
  ];
  return <DataList rows={rows.filter(({ value }) => value !== '')} />;
}
