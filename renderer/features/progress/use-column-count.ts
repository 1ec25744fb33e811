import { useMediaQuery } from '@mantine/hooks';

/** How many languages stand side by side; more than that become tabs. */
export function useColumnCount(): number {
  const narrow = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false });
  return narrow ? 1 : 2;
}
