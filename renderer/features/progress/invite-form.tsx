import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readSlot } from '../../../shared/domain/interview-slots.js';
import type { InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import { isGroupMeeting, tooMany, whoIsInvited } from '../../../shared/domain/progress-actions/invite-group.js';
import { hasRight, INVITE_RIGHTS } from '../../../shared/domain/rights.js';
import { INTERVIEW_KINDS, INTERVIEW_TYPES, type InterviewType } from '../../../shared/records/interview.js';
import type { Right } from '../../../shared/records/recruiter.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { FieldError } from '../../ui/field-error.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { KIND_WORDS } from '../../ui/interview-words.js';
import { PlacesField } from '../../ui/places-field.js';
import classes from './invite-form.module.css';
import { Arrangement, InviteClashes, When } from './invite-when.js';
import { JoinedGroup, JoinGroup, useGroupsFor } from './join-group.js';
import type { ActionFormProps } from './mail-action.js';
import { MailOrNone } from './mail-or-none.js';
import { problemsAt } from './problem-lines.js';
import { ReminderSection } from './reminder-section.js';

type FormProps = ActionFormProps<InviteFields>;

/** A group that is there; or type, kind, recruiters, when, where; and whether a mail goes (R60, R62, R64, C29). */
export function InviteForm(props: FormProps) {
  const { t } = useTranslation();
  const { fields, selection, ticks, contextNow, onChange } = props;
  const { organisation, now } = contextNow();
  const { startsAt } = readSlot(fields, organisation.zone, now);
  const groups = useGroupsFor(selection);
  const joined = groups.find(({ entry }) => entry.id === fields.group);
  const full = useTooMany(props);
  const group = joined === undefined ? null : contextNow().interviews.group(joined.entry.id);
  const invited = whoIsInvited(selection, ticks, group).newcomers;
  const clashes = (
    <InviteClashes fields={fields} startsAt={group?.startsAt ?? startsAt} invited={invited} group={group} />
  );
  return (
    <div className={classes['form']}>
      <JoinGroup {...props} groups={groups} full={fields.group === null ? null : full} />
      <div className={classes['column']}>
        {joined === undefined ? <WhatAndWho {...props} /> : <JoinedGroup listed={joined} />}
        {joined === undefined ? null : clashes}
      </div>
      <div className={classes['column']}>
        {joined === undefined ? (
          <>
            <When {...props} />
            {selection.length > 1 ? <Arrangement {...props} startsAt={startsAt} count={invited.length} /> : null}
            {clashes}
            {fields.kind === 'group' || (selection.length > 1 && isGroupMeeting(fields)) ? (
              <Places {...props} full={full} />
            ) : null}
          </>
        ) : null}
        <div>
          <MailOrNone sendsEmail={fields.sendsEmail} onChange={onChange} />
          {fields.sendsEmail ? null : <p className={classes['note']}>{t('interview.noEmailNote')}</p>}
        </div>
      </div>
      <ReminderSection
        {...props}
        about={fields}
        startsAt={startsAt}
        onChange={(reminder) => {
          onChange({ reminder });
        }}
      />
    </div>
  );
}

function WhatAndWho(props: FormProps) {
  const { t } = useTranslation();
  const { fields, selection, onChange } = props;
  const error = problemsAt(props.problems);
  const rights = useRights();
  return (
    <>
      <Select
        label={t('interview.type')}
        placeholder={t('interview.chooseType')}
        data={offeredTypes(rights, fields.type).map((value) => ({ value, label: t(INTERVIEW_WORDS[value]) }))}
        value={fields.type}
        error={error('interview-type-missing', 'interview-type-refused')}
        allowDeselect={false}
        withAsterisk
        data-autofocus
        onChange={(value) => {
          onChange({ type: INTERVIEW_TYPES.find((type) => type === value) ?? null });
        }}
      />
      <Select
        label={t('interview.kind')}
        placeholder={t('interview.kindOpen')}
        data={INTERVIEW_KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
        value={fields.kind}
        clearable
        onChange={(value) => {
          const kind = INTERVIEW_KINDS.find((one) => one === value) ?? null;
          onChange({ kind, ...(kind === 'group' && selection.length > 1 ? { arrangement: 'together' } : {}) });
        }}
      />
      <Recruiters {...props} />
      <TextInput
        label={t('interview.place')}
        maxLength={200}
        value={fields.place}
        error={error('interview-place-missing')}
        withAsterisk={isPlaceAsked(fields)}
        onChange={({ currentTarget }) => {
          onChange({ place: currentTarget.value });
        }}
      />
    </>
  );
}

/** Said where the group and its places are chosen: the plan would say it two steps later. */
function useTooMany({ fields, selection, ticks, contextNow }: FormProps): string | null {
  const { t } = useTranslation();
  const group = fields.group === null ? null : contextNow().interviews.group(fields.group);
  if (fields.group !== null && group === null) return null;
  const few = tooMany(selection, { ...fields, ...ticks }, group);
  if (few === null) return null;
  return group === null ? t('interview.tooMany', { ...few }) : t('interview.tooManyLeft', { ...few });
}

function Places({ fields, problems, full, onChange }: FormProps & { readonly full: string | null }) {
  const error = problemsAt(problems);
  return (
    <PlacesField
      value={fields.places ?? ''}
      error={error('interview-places-invalid') ?? (full === null ? null : <FieldError>{full}</FieldError>)}
      onChange={(places) => {
        onChange({ places: places === '' ? null : places });
      }}
    />
  );
}

/** G-9: those whom this person may invite to; a draft may hold another one, which stays in sight and says so at *Next*. */
function offeredTypes(rights: readonly Right[], chosen: InterviewType | null): readonly InterviewType[] {
  return INTERVIEW_TYPES.filter((type) => type === chosen || hasRight(rights, INVITE_RIGHTS[type]));
}

/** On the telephone nobody needs one, and without a mail nothing speaks of it. */
function isPlaceAsked({ kind, sendsEmail }: InviteFields): boolean {
  return sendsEmail && kind !== 'telephone';
}

function Recruiters({ fields, problems, onChange }: FormProps) {
  const { t } = useTranslation();
  const recruiters = useRoster(atWork);
  const error = problemsAt(problems);
  return (
    <MultiSelect
      label={t('interview.recruiters')}
      data={recruiters.map(({ id, name }) => ({ value: id, label: name }))}
      value={[...fields.recruiterIds]}
      error={error('interview-recruiters-missing')}
      hidePickedOptions
      withAsterisk
      onChange={(chosen) => {
        onChange({ recruiterIds: recruiters.map(({ id }) => id).filter((id) => chosen.includes(id)) });
      }}
    />
  );
}

function atWork({ recruiters }: Roster) {
  return [...recruiters.values()].filter(({ active }) => active);
}
