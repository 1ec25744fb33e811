import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarDown, IconDots, IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { COLUMNS_BY } from '../../state/calendar-view.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { KeyHint } from '../../ui/key-hint.js';
import type { CalendarOnShow } from './use-calendar.js';
import { printDay, usuallyPrinted } from './use-calendar-shortcuts.js';
import { useSaveCalendar } from './use-save-calendar.js';
import { wallDate } from './wall-clock.js';
import { createWallFormats } from './wall-formats.js';

const PRINT_WORDS = { recruiters: 'calendar.printRecruiters', rooms: 'calendar.printRooms' } as const;

/** What is done with what is on show: the day printed, and all of it saved as a calendar file. */
export function CalendarCommands({ calendar }: { readonly calendar: CalendarOnShow }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const formats = useMemo(() => createWallFormats(language), [language]);
  const save = useSaveCalendar();
  const label = t('calendar.commands');
  const usual = usuallyPrinted(calendar);
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={34} aria-label={label} title={label}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Label>{formats.day(wallDate(calendar.date))}</Menu.Label>
        {COLUMNS_BY.map((by) => (
          <Menu.Item
            key={by}
            leftSection={<IconPrinter {...icon} />}
            rightSection={by === usual ? <KeyHint keys="Mod+P" /> : null}
            onClick={() => {
              printDay(by);
            }}
          >
            {t(PRINT_WORDS[by])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconCalendarDown {...icon} />}
          disabled={calendar.entries.length === 0}
          onClick={() => void save(calendar)}
        >
          {t('calendar.saveFile')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
