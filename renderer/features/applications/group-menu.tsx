import { Menu } from '@mantine/core';
import { IconLayoutList } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { changeList, useApplicationList, type ListGrouping } from '../../state/application-lists.js';
import { icon } from '../../ui/icon-props.js';
import classes from './filter-row.module.css';

const WORDS = { status: 'applications.group', ranking: 'applications.groupRanking' } as const;
const GROUPINGS: readonly ListGrouping[] = ['status', 'ranking'];

/** Puts the rows under heads: by status, by ranking, or not; a choice that is taken again is given up. */
export function GroupMenu({ vacancyId }: { readonly vacancyId: VacancyId }) {
  const { t } = useTranslation();
  const { grouping } = useApplicationList(vacancyId);
  const label = t(grouping === null ? 'applications.grouping' : WORDS[grouping]);
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes['group']}
          data-set={grouping !== null || undefined}
          aria-label={label}
          title={label}
        >
          <IconLayoutList {...icon} />
          <span>{label}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('applications.grouping')}>
        {GROUPINGS.map((one) => (
          <Menu.CheckboxItem
            key={one}
            checked={grouping === one}
            closeMenuOnClick
            onChange={() => {
              changeList(vacancyId, { grouping: grouping === one ? null : one, scroll: 0 });
            }}
          >
            {t(WORDS[one])}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
