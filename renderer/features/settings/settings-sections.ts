import type { MessageKey } from '../../../shared/i18n/translate.js';

/** In the order of their tabs. */
export const SETTINGS_SECTIONS = [
  { section: 'organisation', to: '/settings', word: 'settings.organisation' },
  { section: 'recruiters', to: '/settings/recruiters', word: 'settings.recruiters' },
  { section: 'reasons', to: '/settings/reasons', word: 'settings.reasons' },
  { section: 'steps', to: '/settings/steps', word: 'settings.steps' },
  { section: 'contracts', to: '/settings/contracts', word: 'settings.contracts' },
  { section: 'mail', to: '/settings/mail', word: 'settings.mail' },
  { section: 'sms', to: '/settings/sms', word: 'settings.sms' },
  { section: 'server', to: '/settings/server', word: 'sync.server' },
  { section: 'laptop', to: '/settings/laptop', word: 'settings.laptop' },
  { section: 'data', to: '/settings/data', word: 'data.title' },
  { section: 'demo', to: '/settings/demo', word: 'settings.demo' },
] as const satisfies readonly { section: string; to: string; word: MessageKey }[];

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]['section'];
