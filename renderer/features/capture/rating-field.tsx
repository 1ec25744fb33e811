import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { Segmented } from '../../ui/segmented.js';

const VALUES = ['1', '2', '3', '4', '5', '6', '7'] as const;

interface RatingFieldProps {
  readonly label: ReactNode;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** First impression, 1–7 (R47). Its digits choose; Backspace, or the chosen one once more, takes it back. */
export function RatingField({ label, value, onChange }: RatingFieldProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = VALUES.find((known) => known === event.key);
    if (digit === undefined && event.key !== 'Backspace' && event.key !== 'Delete') return;
    event.preventDefault();
    onChange(digit === undefined ? null : Number(digit));
    // Where the focus stands is where Tab goes on from.
    if (digit !== undefined) event.currentTarget.querySelector<HTMLElement>(`[value="${digit}"]`)?.focus();
  };
  const onClick = ({ target }: MouseEvent): void => {
    if (target instanceof HTMLInputElement && value !== null && target.value === String(value)) onChange(null);
  };
  return (
    <div role="presentation" onKeyDown={onKeyDown} onClick={onClick}>
      <Segmented
        size="large"
        label={label}
        value={value === null ? null : (VALUES[value - 1] ?? null)}
        options={VALUES.map((digit) => ({ value: digit, label: digit }))}
        onChange={(digit) => {
          onChange(Number(digit));
        }}
      />
    </div>
  );
}
