import { Tooltip, type TooltipProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface UnavailableLinkProps {
  readonly name: string;
  readonly className?: string | undefined;
  readonly position?: NonNullable<TooltipProps['position']>;
  readonly children: ReactNode;
}

/** A place that is not built yet: seen, reached by keyboard, and saying so. Never a link that leads nowhere. */
export function UnavailableLink({ name, className, position = 'top', children }: UnavailableLinkProps) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('shell.unavailable', { name })} position={position}>
      <span role="link" aria-disabled="true" tabIndex={0} className={className}>
        {children}
      </span>
    </Tooltip>
  );
}
