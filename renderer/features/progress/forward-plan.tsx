import { useTranslation } from 'react-i18next';
import type { ForwardFields } from '../../../shared/domain/progress-actions/forward.js';
import { parseRecipients } from '../../../shared/domain/parse-recipients.js';
import { useFormats } from '../../ui/formats.js';
import type { PlanLineProps, PlanRowProps } from './mail-action.js';

/** To whom it goes, and what is kept back. */
export function ForwardLine({ fields }: PlanLineProps<ForwardFields>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const to = parseRecipients(fields.to).mailboxes.map(({ address }) => address);
  return [
    t('progress.forwardTo', { to: formats.list(to) }),
    ...(fields.withholdsPersonal ? [t('progress.withholdPersonal')] : []),
    ...(fields.withoutFiles ? [t('progress.withoutFiles')] : []),
  ].join(' · ');
}

/** How many files go along; who it is stands above. */
export function ForwardRow({ planned: { messages } }: PlanRowProps) {
  const { t } = useTranslation();
  return t('progress.forwardFiles', { count: messages[0]?.message.attachments.length ?? 0 });
}
