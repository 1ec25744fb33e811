import { expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translate.js';
import { messageTitle } from './message-title.js';

it('calls an email by its subject and an SMS by its beginning, cut between letters', () => {
  const { t } = createTranslator('en');
  expect(messageTitle(t, { channel: 'email', subject: 'Welcome', text: 'Hello' })).toBe('Welcome');
  expect(messageTitle(t, { channel: 'sms', subject: '', text: 'Welcome\nat 10' })).toBe('SMS: Welcome at 10');
  const long = messageTitle(t, { channel: 'sms', subject: '', text: '👋'.repeat(80) });
  expect(long).toBe(`SMS: ${'👋'.repeat(60)}…`);
});
