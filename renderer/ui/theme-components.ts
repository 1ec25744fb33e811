import {
  ActionIcon,
  Anchor,
  Button,
  Checkbox,
  Combobox,
  Input,
  InputWrapper,
  Menu,
  Modal,
  NumberInput,
  PasswordInput,
  Popover,
  Radio,
  RadioGroup,
  Select,
  Switch,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
  type MantineThemeComponents,
} from '@mantine/core';
import button from './theme/button.module.css';
import checkbox from './theme/checkbox.module.css';
import input from './theme/input.module.css';
import menu from './theme/menu.module.css';
import modal from './theme/modal.module.css';
import radio from './theme/radio.module.css';
import switchControl from './theme/switch.module.css';
import tabs from './theme/tabs.module.css';
import tooltip from './theme/tooltip.module.css';

/** Browsers keep what is typed into fields; these forms hold other people's data. */
const privateField = { autoComplete: 'off', spellCheck: false } as const;

/** What each Mantine component looks like here. The rules are those of the design's component list. */
export const themeComponents: MantineThemeComponents = {
  Button: Button.extend({ defaultProps: { variant: 'default', size: 'sm' }, classNames: button }),
  ActionIcon: ActionIcon.extend({
    defaultProps: { variant: 'subtle', size: 34, color: 'gray' },
    classNames: { root: button['square'] },
  }),
  Anchor: Anchor.extend({ defaultProps: { underline: 'never' }, classNames: { root: button['link'] } }),
  Input: Input.extend({ defaultProps: { size: 'sm' }, classNames: { input: input['input'] } }),
  InputWrapper: InputWrapper.extend({
    defaultProps: { size: 'sm', withAsterisk: false, inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    classNames: { label: input['label'], description: input['description'], error: input['error'] },
  }),
  TextInput: TextInput.extend({ defaultProps: privateField }),
  Textarea: Textarea.extend({ defaultProps: { ...privateField, spellCheck: true, autosize: true, minRows: 2 } }),
  NumberInput: NumberInput.extend({ defaultProps: { autoComplete: 'off' } }),
  PasswordInput: PasswordInput.extend({ defaultProps: { autoComplete: 'off' } }),
  Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' }, classNames: checkbox }),
  Radio: Radio.extend({ classNames: radio }),
  // The choices may be many: what is said about them stands in sight, above them.
  RadioGroup: RadioGroup.extend({ defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] } }),
  Switch: Switch.extend({ defaultProps: { size: 'sm', withThumbIndicator: false }, classNames: switchControl }),
  Select: Select.extend({
    defaultProps: { ...privateField, withCheckIcon: true, checkIconPosition: 'right', allowDeselect: false },
  }),
  Combobox: Combobox.extend({ defaultProps: { offset: 4, shadow: 'md' }, classNames: menu }),
  Popover: Popover.extend({ defaultProps: { shadow: 'md', offset: 6 }, classNames: { dropdown: menu['dropdown'] } }),
  Menu: Menu.extend({
    // The placeholder is a child that a menu may not have (WAI-ARIA); the menu itself takes the focus just as well.
    // Above toasts: what is being chosen from is not covered by what has been done.
    defaultProps: { shadow: 'md', offset: 4, zIndex: 450, withInitialFocusPlaceholder: false },
    classNames: menu,
  }),
  Modal: Modal.extend({
    defaultProps: {
      centered: true,
      padding: 24,
      size: 520,
      yOffset: 'max(50px, 5dvh)',
      overlayProps: { backgroundOpacity: 1 },
    },
    classNames: modal,
  }),
  Tabs: Tabs.extend({ classNames: tabs }),
  Tooltip: Tooltip.extend({
    defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } },
    classNames: tooltip,
  }),
};
