import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { levelOf } from '../../../shared/domain/right-levels.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import type { Roster, Stored } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { Initials } from '../../ui/initials.js';
import { RecruiterDialog } from './recruiter-dialog.js';
import classes from './recruiter-section.module.css';
import { LEVEL_WORDS } from './right-words.js';
import { useMayAdminister } from './use-may-administer.js';

type StoredRecruiter = Stored<RecruiterId, Recruiter>;

function recruitersOf(roster: Roster): readonly StoredRecruiter[] {
  return [...roster.recruiters.values()].filter(({ joinedAs }) => joinedAs === undefined);
}

/** Who works here, and what each of them may do. */
export function RecruiterSection() {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const allowed = useMayAdminister();
  const recruiters = useRoster(recruitersOf);
  const sorted = [...recruiters].sort(
    (a, b) => Number(b.active) - Number(a.active) || collator.compare(a.name, b.name),
  );
  const [editing, setEditing] = useState<RecruiterId | 'new' | null>(null);
  return (
    <section className={classes['section']} aria-label={t('settings.recruiters')}>
      <ul>
        {sorted.map((recruiter) => (
          <Row
            key={recruiter.id}
            recruiter={recruiter}
            disabled={!allowed}
            onEdit={() => {
              setEditing(recruiter.id);
            }}
          />
        ))}
      </ul>
      {allowed ? null : <p className={classes['note']}>{t('settings.onlyAdministrators')}</p>}
      <Button
        leftSection={<IconPlus {...icon} />}
        disabled={!allowed}
        onClick={() => {
          setEditing('new');
        }}
      >
        {t('settings.addRecruiter')}
      </Button>
      <RecruiterDialog
        editing={editing}
        onClose={() => {
          setEditing(null);
        }}
      />
    </section>
  );
}

interface RowProps {
  readonly recruiter: StoredRecruiter;
  readonly disabled: boolean;
  readonly onEdit: () => void;
}

function Row({ recruiter, disabled, onEdit }: RowProps) {
  const { t } = useTranslation();
  const { name, email, rights, departments, active } = recruiter;
  const level = levelOf(rights);
  const summary = [t(level === null ? 'settings.levelOwn' : LEVEL_WORDS[level].name), ...departments].join(' · ');
  return (
    <li className={classes['row']} data-active={active}>
      <Initials name={name} />
      <span className={classes['words']}>
        <b>{name}</b> <span className={classes['email']}>{email}</span>
        <span className={classes['rights']}>{active ? summary : t('settings.inactive')}</span>
      </span>
      <Button size="xs" disabled={disabled} aria-label={t('settings.editRecruiterNamed', { name })} onClick={onEdit}>
        {t('common.edit')}
      </Button>
    </li>
  );
}
