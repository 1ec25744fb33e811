import { Tooltip } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import classes from './rich-text-editor.module.css';

interface ToolButtonProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly label: string;
  /** Whether it is on; null for what is done once. */
  readonly active: boolean | null;
  /** Where the Tab key arrives at first. */
  readonly first?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A tool of the editor. The cursor stays in the text. */
export function ToolButton({ ref, label, active, first = false, onClick, children }: ToolButtonProps) {
  return (
    <Tooltip label={label}>
      <button
        ref={ref}
        type="button"
        className={classes['tool']}
        data-tool
        tabIndex={first ? 0 : -1}
        aria-label={label}
        aria-pressed={active ?? undefined}
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={onClick}
      >
        {children}
      </button>
    </Tooltip>
  );
}
