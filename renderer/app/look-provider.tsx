import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { useLayoutEffect, type ReactNode } from 'react';
import type { Preferences } from '../../shared/host/contract.js';
import { cssVariablesResolver, theme } from '../ui/theme.js';
import { readStyleNonce } from './style-nonce.js';

interface LookProviderProps {
  readonly theme: Preferences['theme'];
  readonly density: Preferences['density'];
  readonly children: ReactNode;
}

/** Light, dark or as the system has it; comfortable or compact rows. */
export function LookProvider({ theme: wanted, density, children }: LookProviderProps) {
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  useLayoutEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={wanted === 'system' ? system : wanted}
      getStyleNonce={readStyleNonce}
    >
      {children}
    </MantineProvider>
  );
}
