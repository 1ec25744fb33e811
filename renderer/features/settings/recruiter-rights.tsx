import { Checkbox, MultiSelect, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { levelOf, RIGHT_LEVELS, withLevel } from '../../../shared/domain/right-levels.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { Segmented } from '../../ui/segmented.js';
import { RIGHT_WORDS } from '../../ui/right-words.js';
import classes from './recruiter-dialog.module.css';
import { LEVEL_WORDS, RIGHT_GROUPS, SIGHTS } from './right-words.js';

interface RecruiterRightsProps {
  readonly rights: readonly Right[];
  readonly departments: readonly string[];
  /** Why this may not be saved. */
  readonly error: ReactNode;
  readonly onChange: (change: { rights?: Right[]; departments?: string[] }) => void;
}

function departmentsIn(roster: Roster): readonly string[] {
  return roster.organisation?.departments ?? [];
}

/** G-9: a level, which sets the single rights below it; after another tick it is somebody's own selection. */
export function RecruiterRights({ rights, departments, error, onChange }: RecruiterRightsProps) {
  const { t } = useTranslation();
  const offered = useRoster(departmentsIn);
  const level = levelOf(rights);
  const hasDepartments = level === 'department-administrator' || departments.length > 0;
  return (
    <div className={classes['access']}>
      <Select
        label={t('settings.level')}
        description={t(level === null ? 'settings.levelOwnHelp' : LEVEL_WORDS[level].help)}
        data={[
          ...RIGHT_LEVELS.map((value) => ({ value, label: t(LEVEL_WORDS[value].name) })),
          ...(level === null ? [{ value: 'own', label: t('settings.levelOwn') }] : []),
        ]}
        value={level ?? 'own'}
        error={error}
        allowDeselect={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(value) => {
          const chosen = RIGHT_LEVELS.find((one) => one === value);
          if (chosen !== undefined) onChange({ rights: [...withLevel(rights, chosen)], departments: [] });
        }}
      />
      {hasDepartments && (offered.length > 0 || departments.length > 0) ? (
        <MultiSelect
          label={t('settings.ownDepartments')}
          description={t('settings.ownDepartmentsHelp')}
          placeholder={departments.length === 0 ? t('settings.allDepartments') : ''}
          data={[...new Set([...offered, ...departments])]}
          value={[...departments]}
          onChange={(chosen) => {
            onChange({ departments: chosen });
          }}
        />
      ) : null}
      <SingleRights
        rights={rights}
        onChange={(changed) => {
          onChange({ rights: changed });
        }}
      />
    </div>
  );
}

interface SingleRightsProps {
  readonly rights: readonly Right[];
  readonly onChange: (rights: Right[]) => void;
}

function SingleRights({ rights, onChange }: SingleRightsProps) {
  const { t } = useTranslation();
  const set = (changed: readonly Right[]): void => {
    onChange(IN_ORDER.filter((right) => changed.includes(right)));
  };
  return (
    <div className={classes['groups']}>
      {RIGHT_GROUPS.map(({ title, rights: ofGroup }) => (
        <fieldset key={title}>
          <legend>{t(title)}</legend>
          {ofGroup.map((right) => (
            <Checkbox
              key={right}
              size="xs"
              label={t(RIGHT_WORDS[right])}
              checked={rights.includes(right)}
              onChange={({ currentTarget }) => {
                set(currentTarget.checked ? [...rights, right] : rights.filter((one) => one !== right));
              }}
            />
          ))}
        </fieldset>
      ))}
      <div className={classes['sight']}>
        <Segmented
          label={t('settings.rightsSight')}
          value={SIGHTS.find((sight) => rights.includes(sight)) ?? 'no-other-applications'}
          options={SIGHTS.map((value) => ({ value, label: t(RIGHT_WORDS[value]) }))}
          onChange={(sight) => {
            set([...rights.filter((right) => !SIGHTS.some((one) => one === right)), sight]);
          }}
        />
      </div>
    </div>
  );
}

const IN_ORDER: readonly Right[] = [...RIGHTS, 'own-other-applications', 'no-other-applications'];
