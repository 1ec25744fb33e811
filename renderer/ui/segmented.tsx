import { useId, type ReactNode } from 'react';
import classes from './segmented.module.css';

interface SegmentedProps<Value extends string> {
  readonly label: ReactNode;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onChange: (value: Value) => void;
  /** `large` for work standing up: 44 px to hit. */
  readonly size?: 'normal' | 'large';
  readonly hideLabel?: boolean;
}

/** One choice out of a few, all of them visible: a radio group drawn as one control. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, options, onChange, size = 'normal', hideLabel = false } = props;
  const name = useId();
  return (
    <fieldset className={classes['group']} data-size={size}>
      <legend className={hideLabel ? classes['hidden'] : classes['legend']}>{label}</legend>
      <div className={classes['control']}>
        {options.map((option) => (
          <label key={option.value} className={classes['option']}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
