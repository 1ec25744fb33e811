import { Menu } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationId } from '../../../../shared/records/primitives.js';
import { useRights } from '../../../data/use-rights.js';
import { icon } from '../../../ui/icon-props.js';
import filters from '../filter-row.module.css';
import type { ListItem } from '../list-items.js';
import type { ListedApplication } from '../sort-applications.js';
import classes from './export-menu.module.css';
import { useSaveExtract } from './use-save-extract.js';

interface ExportMenuProps {
  /** The lines that are shown. */
  readonly items: readonly ListItem[];
  /** In the order of the list. */
  readonly ticked: readonly ApplicationId[];
  /** Everybody of the vacancy. */
  readonly all: readonly ListedApplication[];
}

/** G-15: those ticked, or everybody whom the filters leave, as a file with fixed fields; and what that means for them. */
export function ExportMenu({ items, ticked, all }: ExportMenuProps) {
  const { t } = useTranslation();
  const mayExport = useRights().includes('reports');
  const shown = useMemo(() => items.flatMap((item) => (item.kind === 'application' ? [item.row] : [])), [items]);
  const chosen = useMemo(() => {
    const byId = new Map(all.map((row) => [row.application.id, row]));
    return ticked.flatMap((id) => byId.get(id) ?? []);
  }, [ticked, all]);
  if (!mayExport || shown.length + chosen.length === 0) return null;
  const label = t('applications.export');
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <button type="button" className={filters['export']} aria-label={label} title={label}>
          <IconTableExport {...icon} />
          <span>{label}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label} className={classes['menu']}>
        <Choices rows={chosen} label={t('applications.exportTicked', { count: chosen.length })} />
        <Choices rows={shown} label={t('applications.exportListed', { count: shown.length })} />
        <Menu.Divider />
        <Menu.Label className={classes['note']}>{t('applications.exportNote')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoicesProps {
  /** In the order of the file. */
  readonly rows: readonly ListedApplication[];
  readonly label: string;
}

function Choices({ rows, label }: ChoicesProps) {
  const { t } = useTranslation();
  const save = useSaveExtract();
  if (rows.length === 0) return null;
  return (
    <div role="group" aria-label={label}>
      <Menu.Label>{label}</Menu.Label>
      <Menu.Item onClick={() => void save(rows, 'xlsx')}>{t('applications.exportXlsx')}</Menu.Item>
      <Menu.Item onClick={() => void save(rows, 'csv')}>{t('applications.exportCsv')}</Menu.Item>
    </div>
  );
}
