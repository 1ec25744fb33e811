/** Every IANA zone this machine knows, its own among them even where it has an old name. */
export const ZONES: readonly string[] = [
  ...new Set([Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
].sort();
