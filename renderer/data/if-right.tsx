import type { ReactNode } from 'react';
import type { NeededRight } from '../../shared/domain/rights.js';
import { useHasRight } from './use-rights.js';

interface IfRightProps {
  readonly right: NeededRight;
  readonly children: ReactNode;
}

/** C19: what somebody may not do is not offered. */
export function IfRight({ right, children }: IfRightProps) {
  return useHasRight(right) ? children : null;
}
