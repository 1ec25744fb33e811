import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../shared/records/primitives.js';
import { useHasRight } from '../../data/use-rights.js';
import { requestErasure } from '../../state/erasure-request.js';
import { icon } from '../../ui/icon-props.js';

/** What concerns the person as a whole, and no application of theirs. */
export function PersonMenu({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation();
  const mayErase = useHasRight('deleted-applications');
  if (!mayErase) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('dossier.personMenu')} title={t('dossier.personMenu')}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          data-danger
          leftSection={<IconTrash {...icon} />}
          onClick={() => {
            requestErasure({ kind: 'people', people: [personId] });
          }}
        >
          {t('dossier.deleteCandidate')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
