import { afterAll, beforeAll, describe, expect, vi } from 'vitest';

/** West of Greenwich with half an hour and summer time, the application's home, and east beyond any date that Europe has. */
export const SYSTEM_ZONES = ['America/St_Johns', 'Europe/Stockholm', 'Pacific/Kiritimati'] as const;

/** The same tests on laptops whose own clocks stand in different zones: for a rule about times, none of them may matter. */
export function inSystemZones(tests: () => void): void {
  describe.each(SYSTEM_ZONES)('on a laptop in %s', (zone) => {
    beforeAll(() => {
      vi.stubEnv('TZ', zone);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    });
    afterAll(() => {
      vi.unstubAllEnvs();
    });
    tests();
  });
}
