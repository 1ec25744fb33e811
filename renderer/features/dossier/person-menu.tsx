import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFileExport, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayRead } from '../../../shared/domain/refuse-read.js';
import { useHasRight, useRights } from '../../data/use-rights.js';
import { requestErasure } from '../../state/erasure-request.js';
import { icon } from '../../ui/icon-props.js';
import { ExportPersonDialog } from './copy/export-person-dialog.js';
import type { Shown } from './shown.js';

/** What concerns the person as a whole, and no application of theirs. */
export function PersonMenu({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const [exporting, setExporting] = useState(false);
  const mayErase = useHasRight('deleted-applications');
  const mayExport = mayRead('export-person', useRights());
  if (!mayErase && !mayExport) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('dossier.personMenu')} title={t('dossier.personMenu')}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayExport ? (
            <Menu.Item
              leftSection={<IconFileExport {...icon} />}
              onClick={() => {
                setExporting(true);
              }}
            >
              {t('data.export')}
            </Menu.Item>
          ) : null}
          {mayErase ? (
            <Menu.Item
              data-danger
              leftSection={<IconTrash {...icon} />}
              onClick={() => {
                requestErasure({ kind: 'people', people: [shown.personId] });
              }}
            >
              {t('dossier.deleteCandidate')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {exporting ? (
        <ExportPersonDialog
          shown={shown}
          onClose={() => {
            setExporting(false);
          }}
        />
      ) : null}
    </>
  );
}
