import { expect, it } from 'vitest';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { testId } from '../../../shared/testing/change-builders.js';
import type { MessageId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { createFormats } from '../../ui/formats.js';
import type { Activity } from './activities.js';
import { activityWords } from './activity-words.js';

it('says of an SMS in the outbox that it is one, and never that it is an email', () => {
  const wording = { t: createTranslator('en').t, formats: createFormats('en', 'UTC'), roster: {} as Roster };
  const queued = { kind: 'queued', id: 'a', at: 1, by: null, messageId: testId<MessageId>(1) } as const;
  const said = (activity: Activity): string => activityWords(activity, wording);
  expect(said({ ...queued, channel: 'sms', subject: '', text: 'Hi Sam' })).toBe('SMS in the outbox: Hi Sam');
  expect(said({ ...queued, channel: 'email', subject: 'Welcome', text: 'Hi' })).toBe('Email in the outbox: Welcome');
});
