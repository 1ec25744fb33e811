import { Button, Loader, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface BusyButtonProps extends ButtonProps {
  /** Pressed again meanwhile, it does nothing. */
  readonly busy: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button whose work takes a moment. It stays enabled meanwhile, so that the keyboard stays on it. */
export function BusyButton({ busy, onClick, leftSection, children, ...rest }: BusyButtonProps) {
  return (
    <Button
      {...rest}
      aria-busy={busy}
      aria-disabled={busy}
      leftSection={busy ? <Loader size={14} color="currentColor" /> : leftSection}
      onClick={() => {
        if (!busy) onClick();
      }}
    >
      {children}
    </Button>
  );
}
