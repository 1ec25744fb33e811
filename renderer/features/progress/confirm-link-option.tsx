import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { confirmLinkBox, hasConfirmLink } from '../../../shared/domain/confirm-link.js';
import type { InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import type { MailOptionProps } from './mail-action.js';

/** R69–R74: whether the mail gets the link to answer; what follows from the tick stands below it. */
export function ConfirmLinkOption({ fields, variants, onChange }: MailOptionProps<InviteFields>) {
  const { t } = useTranslation();
  const { ticked, disabled } = confirmLinkBox({ ...fields, chosen: fields.confirmLink, variants });
  const everywhere = variants.every(hasConfirmLink);
  const note = everywhere ? 'interview.linkThere' : ticked ? 'interview.linkAdded' : 'interview.linkNot';
  return (
    <Checkbox
      label={t('interview.linkBox')}
      description={t(note, { tag: '{confirmlink}' })}
      checked={ticked}
      disabled={disabled}
      onChange={({ currentTarget }) => {
        onChange({ confirmLink: currentTarget.checked });
      }}
    />
  );
}
