import { IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import type { Language } from '../../../shared/records/primitives.js';
import { useHasRight } from '../../data/use-rights.js';
import { BusyButton } from '../../ui/busy-button.js';
import { tagIcon } from '../../ui/icon-props.js';
import type { Sample } from './sample-values.js';
import { useSendTest } from './use-send-test.js';

interface TestMailProps {
  readonly language: Language;
  /** As it stands in the form. */
  readonly text: MailText;
  readonly sample: Sample;
  /** Says what is wrong with it beside its field; a test of that would be of no use. */
  readonly isSound: () => boolean;
}

/** The text as a mail to oneself; not there for who may send none (C19). */
export function TestMail({ language, text, sample, isSound }: TestMailProps) {
  const { t } = useTranslation();
  const { send, sending } = useSendTest(language, sample);
  if (!useHasRight('send-email')) return null;
  return (
    <BusyButton
      size="xs"
      variant="subtle"
      busy={sending}
      leftSection={<IconMailForward {...tagIcon} />}
      onClick={() => {
        if (isSound()) void send(text);
      }}
    >
      {t('templates.test')}
    </BusyButton>
  );
}
