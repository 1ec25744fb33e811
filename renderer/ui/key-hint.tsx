import classes from './key-hint.module.css';
import { keyLabel } from './key-label.js';

/** A keyboard shortcut on the control it belongs to; `keys` as in `Mod+K`. Screen readers get it from the control. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd className={classes['hint']} aria-hidden="true">
      {keyLabel(keys)}
    </kbd>
  );
}
