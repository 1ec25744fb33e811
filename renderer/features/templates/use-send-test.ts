import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmailAddress } from '../../../shared/domain/email-address.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import { planTestMail } from '../../../shared/domain/test-mail.js';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { invariant } from '../../../shared/lib/assert.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { Message } from '../../../shared/records/message.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import type { Saved } from '../../data/commit.js';
import { orFault } from '../../data/or-fault.js';
import type { Session } from '../../data/session.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import type { Sample } from './sample-values.js';

type Refusal = 'no-account' | 'no-address';

const WHY_NOT = {
  'no-account': 'templates.testNoAccount',
  'no-address': 'templates.testNoAddress',
} as const satisfies Record<Refusal, MessageKey>;

interface Test {
  readonly text: MailText;
  readonly language: Language;
  readonly sample: Sample;
  readonly recruiter: Pick<Recruiter, 'name' | 'email'>;
}

/** Sends a text to whoever works here, as it stands there, saved or not; it waits in the Outbox as every mail does. */
export function useSendTest(language: Language, sample: Sample) {
  const { t } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  const [sending, setSending] = useState(false);
  const send = async (text: MailText): Promise<void> => {
    const recruiter = [...session.roster.current().recruiters.values()].find(({ id }) => id === recruiterId);
    if (recruiter === undefined) return;
    setSending(true);
    const marked = { ...text, subject: t('templates.testSubject', { subject: text.subject }) };
    const sent = await orFault(() => sendTest(session, { text: marked, language, sample, recruiter }));
    setSending(false);
    if (sent.ok) {
      showToast({
        text: t('templates.testQueued', { address: recruiter.email }),
        undo: () => session.undo(sent.value.saved),
        until: sent.value.until,
      });
    } else showToast({ text: t(wordsOf(sent.code)), tone: 'problem' });
  };
  return { send, sending };
}

interface Queued {
  readonly saved: Saved;
  /** Until when it can be taken back. */
  readonly until: Instant;
}

/** A test is of use only where it can arrive: without an account or an address there is none. */
async function sendTest(
  session: Session,
  { text, language, sample, recruiter }: Test,
): Promise<Result<Queued, Refusal | ErrorCode>> {
  const to = { name: recruiter.name, address: recruiter.email };
  if (!isEmailAddress(to.address)) return failure('no-address');
  const from = await senderOf(session);
  if (!from.ok) return from;
  const layout = await session.host.call('mail.layout', { language });
  if (!layout.ok) return layout;
  const { organisation } = session.roster.current();
  invariant(organisation !== null, 'nobody works before there is an organisation');
  const { message, changes } = planTestMail(
    { text, language, ...sample, from: from.value, to },
    {
      now: session.now(),
      device: session.device,
      newId: () => session.newId(),
      organisation,
      mail: { layout: () => layout.value },
    },
  );
  const saved = await session.commit({ action: 'send-test-mail', changes });
  return saved.ok ? success({ saved: saved.value, until: message.holdUntil }) : failure(saved.code);
}

async function senderOf({ host }: Session): Promise<Result<Message['from'], Refusal | ErrorCode>> {
  const asked = await host.call('mail.account', null);
  if (!asked.ok) return asked;
  const { account } = asked.value;
  if (account === null) return failure('no-account');
  return success({ name: account.fromName, address: account.fromAddress });
}

function wordsOf(code: Refusal | ErrorCode): MessageKey {
  return code === 'no-account' || code === 'no-address' ? WHY_NOT[code] : ERROR_WORDS[code];
}
