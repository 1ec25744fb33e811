import { Button, Menu } from '@mantine/core';
import { IconPrinter, IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../state/shortcuts.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../formats.js';
import { icon } from '../icon-props.js';
import { KeyHint } from '../key-hint.js';
import { saveTable } from '../table-file/save-table.js';
import { TABLE_KINDS, type TableKind } from '../table-file/table.js';
import { reportTable, type Report } from './report.js';
import classes from './report.module.css';

interface ReportCommandsProps {
  readonly report: Report;
  /** What the file is called, with the date and the scope. */
  readonly title: string;
  /** What the report is narrowed to: the file says it, as its figures do not. */
  readonly scope: readonly string[];
  /** Calendar date. */
  readonly today: string;
}

const KIND_WORDS = { xlsx: 'applications.exportXlsx', csv: 'applications.exportCsv' } as const;

/** What is done with a report: printed as it stands, or saved for a spreadsheet. */
export function ReportCommands({ report, title, scope, today }: ReportCommandsProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const print = (): void => {
    window.print();
  };
  const save = async (kind: TableKind): Promise<void> => {
    const sheet = scope.length === 0 ? title : scope.join(', ');
    const name = [`${title} ${today}`, ...scope].join(' – ');
    await saveTable(reportTable(report), { kind, language, sheet, name });
    showToast({ text: t('reports.saved') });
  };
  useShortcut({ keys: 'Mod+P', label: t('reports.print'), scope: 'page', run: print });
  const label = t('applications.export');
  return (
    <div className={classes['commands']}>
      <Button size="xs" leftSection={<IconPrinter {...icon} />} rightSection={<KeyHint keys="Mod+P" />} onClick={print}>
        {t('reports.print')}
      </Button>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <Button size="xs" leftSection={<IconTableExport {...icon} />}>
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={label} className={classes['menu']}>
          {TABLE_KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => void save(kind)}>
              {t(KIND_WORDS[kind])}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label className={classes['note']}>{t('applications.exportNote')}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
