import { Menu, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgressActionId } from '../../shared/domain/progress-action.js';
import type { ListedAction } from '../../shared/domain/progress-actions/registry.js';
import { ACTION_ICONS } from './action-icons.js';
import classes from './action-picker.module.css';
import { icon } from './icon-props.js';

interface ActionPickerProps {
  /** The list *Further progress* of this user, in its order (R2, C19). */
  readonly actions: readonly ListedAction[];
  readonly value: ProgressActionId | null;
  /** Choosing alone does nothing (R2). */
  readonly onChange: (action: ProgressActionId) => void;
  readonly opened: boolean;
  readonly onOpenedChange: (opened: boolean) => void;
  /** Where the menu has room: above a bar at the foot, below otherwise. */
  readonly opens?: 'up' | 'down';
  /** The label above the picker, in a narrow column; else before it, in a bar. */
  readonly stacked?: boolean;
}

/**
 * The picker *Further progress*: its label, the action chosen, and the list with each action's help at its foot (R8). What
 * is not built yet stands in it, says so, and cannot be chosen.
 */
export function ActionPicker(props: ActionPickerProps) {
  const { actions, value, onChange, opened, onOpenedChange, opens = 'down', stacked = false } = props;
  const { t } = useTranslation();
  const label = useId();
  const chosen = useId();
  const Glyph = value === null ? null : ACTION_ICONS[value];
  return (
    <div className={classes['picker']} data-stacked={stacked || undefined}>
      <span id={label} className={classes['label']}>
        {t('progress.title')}
      </span>
      <Menu
        opened={opened}
        onChange={onOpenedChange}
        position={opens === 'up' ? 'top-start' : 'bottom-start'}
        width={stacked ? 300 : 'target'}
        menuItemTabIndex={0} // a menu that may scroll must be reachable by the Tab key
        withinPortal={false}
        withInitialFocusPlaceholder={false} // it begins at an action that can be chosen
        alignItemsLabels="none"
        classNames={{ itemIndicator: classes['indicator'] ?? '', itemSection: classes['check'] ?? '' }}
      >
        <Menu.Target>
          <button type="button" className={classes['target']} aria-labelledby={`${label} ${chosen}`}>
            {Glyph === null ? null : <Glyph {...icon} />}
            <span id={chosen} className={classes['chosen']} data-empty={value === null || undefined}>
              {t(value === null ? 'progress.choose' : `progress.actions.${value}.name`)}
            </span>
            <IconChevronDown {...icon} />
          </button>
        </Menu.Target>
        <Menu.Dropdown
          aria-labelledby={label}
          data-stacked={stacked || undefined}
          className={classes['dropdown'] ?? ''}
        >
          <ActionList actions={actions} value={value} onChange={onChange} />
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function ActionList({ actions, value, onChange }: Pick<ActionPickerProps, 'actions' | 'value' | 'onChange'>) {
  const { t } = useTranslation();
  const [looked, setLooked] = useState<ProgressActionId | null>(null);
  const available = actions.filter(({ unavailable }) => unavailable === null);
  const start = available.find(({ id }) => id === value) ?? available[0];
  const about = actions.find(({ id }) => id === looked) ?? start;
  return (
    <>
      {actions.map(({ id, unavailable }) => {
        const Glyph = ACTION_ICONS[id];
        const look = (): void => {
          setLooked(id);
        };
        return (
          <Menu.RadioItem
            key={id}
            className={classes['item'] ?? ''}
            value={id}
            checked={id === value}
            data-autofocus={id === start?.id || undefined}
            closeMenuOnClick={unavailable === null}
            aria-disabled={unavailable !== null}
            data-unavailable={unavailable !== null || undefined}
            onChange={() => {
              if (unavailable === null) onChange(id);
            }}
            onFocus={look}
            onMouseEnter={look}
            rightSection={id === value ? <IconCheck {...icon} /> : null}
          >
            <span className={classes['row']}>
              <Glyph {...icon} />
              {t(`progress.actions.${id}.name`)}
              {unavailable === null ? null : (
                <>
                  <small aria-hidden="true">{t(`progress.unavailableShort.${unavailable}`)}</small>
                  <VisuallyHidden>, {t(`progress.unavailable.${unavailable}`)}</VisuallyHidden>
                </>
              )}
            </span>
          </Menu.RadioItem>
        );
      })}
      {about === undefined ? null : (
        <div className={classes['help']}>
          {t(`progress.actions.${about.id}.help`)}
          {about.unavailable === null ? null : <b>{t(`progress.unavailable.${about.unavailable}`)}</b>}
        </div>
      )}
    </>
  );
}
