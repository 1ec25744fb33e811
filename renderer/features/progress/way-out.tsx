import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Applicant, ExclusionReason } from '../../../shared/domain/progress-action.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { TextLink } from '../../ui/links.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import type { MailActionControl } from './use-mail-action.js';

interface WayOutProps {
  readonly applicant: Applicant;
  readonly reason: ExclusionReason;
  readonly control: MailActionControl;
  readonly onClose: () => void;
}

/** Why somebody is left out, and what can be done about it. The text typed so far is kept as a draft meanwhile. */
export function WayOut({ applicant, reason, control, onClose }: WayOutProps) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`progress.exclusions.${reason}`, { status: t(STATUS_LOOKS[applicant.status].word) })}.{' '}
      <Link applicant={applicant} reason={reason} control={control} onClose={onClose} />
    </span>
  );
}

/** What is put right in the dossier. */
const DOSSIER_WORDS = {
  'no-email-address': 'progress.addAddress',
  'invalid-email-address': 'progress.correctAddress',
  'no-database-consent': 'progress.recordConsent',
} as const satisfies Partial<Record<ExclusionReason, MessageKey>>;

function Link({ applicant, reason, control, onClose }: WayOutProps) {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const { vacancyId, applicationId, person } = applicant;
  switch (reason) {
    case 'no-email-address':
    case 'invalid-email-address':
    case 'no-database-consent':
      return (
        <TextLink
          to="/vacancies/$vacancyId/applications/$applicationId"
          params={{ vacancyId, applicationId }}
          onClick={onClose}
        >
          {t(DOSSIER_WORDS[reason])}
        </TextLink>
      );
    case 'no-template-in-language':
      return (
        <Anchor
          component="button"
          type="button"
          onClick={() => {
            control.form.setLeftOut(person.language, false);
            control.goBack('mail');
          }}
        >
          {t('progress.writeIn', { language: languageInSentence(t(LANGUAGE_WORDS[person.language]), screen) })}
        </Anchor>
      );
    case 'asks-first':
      return (
        <Anchor
          component="button"
          type="button"
          onClick={() => {
            control.form.tickIn(applicationId);
          }}
        >
          {t('progress.tickIn')}
        </Anchor>
      );
    default:
      return null;
  }
}
