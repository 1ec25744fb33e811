import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { permissionOf } from '../../../shared/domain/progress-permission.js';
import { listProgressActions } from '../../../shared/domain/progress-actions/registry.js';
import { messageGroup } from '../../data/roster/count-messages.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { requestProgress } from '../../state/progress-request.js';

/** Of an SMS that did not arrive: another way to the same person, for who may go it (C19, C26). */
export function EmailInstead({ row }: { readonly row: MessageRow }) {
  const { t } = useTranslation();
  const rights = useRights();
  const { applicationId } = row;
  const status = useRoster(({ applications }) =>
    applicationId === null ? undefined : applications.get(applicationId)?.status,
  );
  if (messageGroup(row) !== 'not-delivered' || applicationId === null || status === undefined) return null;
  if (!listProgressActions(rights).includes('send-email') || permissionOf('send-email', status) === 'refused')
    return null;
  return (
    <Button
      variant="filled"
      onClick={() => {
        requestProgress('send-email', [applicationId]);
      }}
    >
      {t('progress.actions.send-email.name')}
    </Button>
  );
}
