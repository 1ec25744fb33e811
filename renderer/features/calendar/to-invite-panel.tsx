import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconGripVertical, IconX } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/lib/time.js';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { toInvite, type ToInvite } from '../../data/roster/to-invite.js';
import type { Roster } from '../../data/roster/rows.js';
import { useNow } from '../../data/use-now.js';
import { useRoster } from '../../data/use-session.js';
import { changeCalendar, useCalendarStore } from '../../state/calendar-view.js';
import { requestProgress } from '../../state/progress-request.js';
import { icon } from '../../ui/icon-props.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import classes from './to-invite-panel.module.css';

const MOST = 50;

interface ToInvitePanelProps {
  /** Beside it are times to drag somebody to. */
  readonly hasHours: boolean;
  /** It was opened just now: the cursor is to stand in it. */
  readonly isNew: boolean;
  /** Who is being dragged; null again when the drag is over. */
  readonly onDrag: (applicant: ToInvite | null) => void;
}

/** *To be invited*: the applicants of a vacancy, to be dragged to a time; pressed, the next free one is filled in. */
export function ToInvitePanel({ hasHours, isNew, onDrag }: ToInvitePanelProps) {
  const { t } = useTranslation();
  const now = useNow(MINUTE);
  const heading = useId();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  const vacancies = useRoster(openVacancies);
  const chosen = useCalendarStore(({ inviting }) => inviting?.vacancyId ?? null);
  const vacancyId = vacancies.find(({ value }) => value === chosen)?.value ?? vacancies[0]?.value ?? null;
  const select = useMemo(
    () => (roster: Roster) => (vacancyId === null ? NOBODY : toInvite(roster, { vacancyId, typed, now, most: MOST })),
    [vacancyId, typed, now],
  );
  const { shown, count } = useRoster(select);
  return (
    <aside className={classes['panel']} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{t('calendar.toInvite')}</h2>
        <ActionIcon
          aria-label={t('common.close')}
          onClick={() => {
            changeCalendar({ inviting: null });
          }}
        >
          <IconX {...icon} />
        </ActionIcon>
      </header>
      <Select
        label={t('capture.vacancy')}
        data={vacancies}
        value={vacancyId}
        searchable
        allowDeselect={false}
        onChange={(value) => {
          const vacancy = vacancies.find((one) => one.value === value);
          if (vacancy !== undefined) changeCalendar({ inviting: { vacancyId: vacancy.value } });
        }}
      />
      <TextInput
        ref={field}
        label={t('slots.applicant')}
        placeholder={t('slots.applicantHint')}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
      />
      <p>{t(count === 0 ? 'calendar.nobodyToInvite' : HINTS[hasHours ? 'hours' : 'none'], { count })}</p>
      <ul>
        {shown.map((applicant) => (
          <li key={applicant.id}>
            <Person applicant={applicant} onDrag={hasHours ? onDrag : null} />
          </li>
        ))}
      </ul>
      {count > shown.length ? <p>{t('calendar.more', { count: count - shown.length })}</p> : null}
    </aside>
  );
}

const NOBODY = { shown: [], count: 0 };
const HINTS = { hours: 'calendar.toInviteHint', none: 'calendar.toInvitePressed' } as const;

interface PersonProps {
  readonly applicant: ToInvite;
  /** Null where there is no time to be dragged to. */
  readonly onDrag: ToInvitePanelProps['onDrag'] | null;
}

function Person({ applicant, onDrag }: PersonProps) {
  const { t } = useTranslation();
  const { id, name, status } = applicant;
  return (
    <button
      type="button"
      draggable={onDrag !== null}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.effectAllowed = 'copy'; // and no data: a name is not dropped into another program
        onDrag?.(applicant);
      }}
      onDragEnd={() => {
        onDrag?.(null);
      }}
      onClick={() => {
        requestProgress('invite-to-interview', [id]);
      }}
    >
      {onDrag === null ? <IconCalendarPlus {...icon} /> : <IconGripVertical {...icon} />}
      <b>{name}</b>
      <span>{t(STATUS_LOOKS[status].word)}</span>
    </button>
  );
}

function openVacancies({ vacancies }: Roster): readonly { readonly value: VacancyId; readonly label: string }[] {
  return [...vacancies].flatMap(([value, { state, title }]) => (state === 'open' ? [{ value, label: title }] : []));
}
