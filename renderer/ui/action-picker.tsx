import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseStep, chosenStep, isOwnStep, type ActionChoice } from '../../shared/domain/action-choice.js';
import type { FixedActionId } from '../../shared/domain/progress-action.js';
import { ACTION_ICONS } from './action-icons.js';
import classes from './action-picker.module.css';
import { icon } from './icon-props.js';

interface ActionPickerProps {
  /** The list *Further progress* of this user, in its order (R2, C19). */
  readonly actions: readonly FixedActionId[];
  /** G-8: the organisation's own, below them; without any there is nothing below them. */
  readonly steps: readonly { readonly id: string; readonly name: string }[];
  readonly value: ActionChoice | null;
  /** Choosing alone does nothing (R2). */
  readonly onChange: (action: ActionChoice) => void;
  readonly opened: boolean;
  readonly onOpenedChange: (opened: boolean) => void;
  /** Where the menu has room: above a bar at the foot, below otherwise. */
  readonly opens?: 'up' | 'down';
  /** The label above the picker, in a narrow column; else before it, in a bar. */
  readonly stacked?: boolean;
}

/**
 * The picker *Further progress*: its label, the action chosen, and the list with each action's help at its foot (R8).
 */
export function ActionPicker(props: ActionPickerProps) {
  const { actions, steps, value, onChange, opened, onOpenedChange, opens = 'down', stacked = false } = props;
  const { t } = useTranslation();
  const label = useId();
  const chosen = useId();
  const Glyph = value === null ? null : ACTION_ICONS[isOwnStep(value) ? 'own-step' : value];
  return (
    <div className={classes['picker']} data-stacked={stacked || undefined}>
      <span id={label} className={classes['label']}>
        {t('progress.title')}
      </span>
      <Menu
        opened={opened}
        onChange={onOpenedChange}
        position={opens === 'up' ? 'top-end' : 'bottom-start'}
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
              {value === null ? t('progress.choose') : nameOf(t, value, steps)}
            </span>
            <IconChevronDown {...icon} />
          </button>
        </Menu.Target>
        <Menu.Dropdown
          aria-labelledby={label}
          data-stacked={stacked || undefined}
          className={classes['dropdown'] ?? ''}
        >
          <ActionList actions={actions} steps={steps} value={value} onChange={onChange} />
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

type ListProps = Pick<ActionPickerProps, 'actions' | 'steps' | 'value' | 'onChange'>;

/** As it is called in the list; of an own step as the organisation calls it. */
function nameOf(t: TFunction, choice: ActionChoice, steps: ListProps['steps']): string {
  if (!isOwnStep(choice)) return t(`progress.actions.${choice}.name`);
  return steps.find(({ id }) => id === chosenStep(choice))?.name ?? '';
}

function ActionList({ actions, steps, value, onChange }: ListProps) {
  const { t } = useTranslation();
  const [looked, setLooked] = useState<ActionChoice | null>(null);
  const ofSteps = steps.map(({ id }) => chooseStep(id));
  const choices: readonly ActionChoice[] = [...actions, ...ofSteps];
  const start = choices.find((id) => id === value) ?? choices[0];
  const about = looked ?? start;
  const item = (id: ActionChoice): ReactNode => (
    <ActionItem
      key={id}
      id={id}
      name={nameOf(t, id, steps)}
      checked={id === value}
      start={id === start}
      onChange={onChange}
      onLook={setLooked}
    />
  );
  return (
    <>
      {actions.map(item)}
      {ofSteps.length === 0 ? null : (
        <>
          <Menu.Divider />
          <Menu.Label>{t('progress.ownSteps')}</Menu.Label>
          {ofSteps.map(item)}
        </>
      )}
      {about === undefined ? null : <Help about={about} />}
    </>
  );
}

interface ActionItemProps {
  readonly id: ActionChoice;
  readonly name: string;
  readonly checked: boolean;
  /** Where the keyboard begins. */
  readonly start: boolean;
  readonly onChange: (action: ActionChoice) => void;
  readonly onLook: (action: ActionChoice) => void;
}

function ActionItem({ id, name, checked, start, onChange, onLook }: ActionItemProps) {
  const Glyph = ACTION_ICONS[isOwnStep(id) ? 'own-step' : id];
  const look = (): void => {
    onLook(id);
  };
  return (
    <Menu.RadioItem
      className={classes['item'] ?? ''}
      value={id}
      checked={checked}
      data-autofocus={start || undefined}
      closeMenuOnClick
      onChange={() => {
        onChange(id);
      }}
      onFocus={look}
      onMouseEnter={look}
      rightSection={checked ? <IconCheck {...icon} /> : null}
    >
      <span className={classes['row']}>
        <Glyph {...icon} />
        <span className={classes['name']}>{name}</span>
      </span>
    </Menu.RadioItem>
  );
}

/** R8: what the action is that one looks at. */
function Help({ about }: { readonly about: ActionChoice }) {
  const { t } = useTranslation();
  return (
    <div className={classes['help']}>
      {isOwnStep(about) ? t('progress.ownStepHelp') : t(`progress.actions.${about}.help`)}
    </div>
  );
}
