/**
 * Chromium inside Electron has no business on the network: mail and everything else that leaves is Node's, in the services.
 * So it resolves no name at all, and what it would do in the background is off.
 */
export const CHROMIUM_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['no-proxy-server'],
];
