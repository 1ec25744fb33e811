import { ActionIcon, Button, Select } from '@mantine/core';
import { IconCalendarOff, IconChevronLeft, IconChevronRight, IconClockPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANY_INVITE } from '../../../shared/domain/rights.js';
import { addDays, dateIn } from '../../../shared/lib/time.js';
import { useHasRight } from '../../data/use-rights.js';
import { useShortcut } from '../../state/shortcuts.js';
import { changeSlotBoard } from '../../state/slot-board.js';
import { DateField } from '../../ui/date-field.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { KeyHint } from '../../ui/key-hint.js';
import { ButtonLink, TextLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import { readDate } from '../../ui/read-typed.js';
import { Segmented } from '../../ui/segmented.js';
import { BookSlotDialog } from './book-slot-dialog.js';
import { SlotColumn } from './slot-column.js';
import classes from './slots.module.css';
import { useBookable, type Chosen } from './use-bookable.js';
import { useScrolledToNow } from './use-scrolled-to-now.js';
import { useSlotBoardOnShow, type SlotBoardOnShow } from './use-slot-board.js';

const LENGTHS = [10, 15, 20, 30, 45, 60, 90] as const;

/** *Slot board* (beyond.md no. 9): who and which room is free when, and from a free slot to an invitation in one go. */
export function SlotBoardPage() {
  const { t } = useTranslation();
  const board = useSlotBoardOnShow();
  const mayInvite = useHasRight(ANY_INVITE);
  const bookableOf = useBookable(board.minutes);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const takeNext = (): void => {
    setChosen(board.next === null ? null : { kind: 'free', slot: board.next });
  };
  useShortcut(
    mayInvite && board.next !== null ? { keys: 'F', label: t('slots.nextFree'), scope: 'page', run: takeNext } : null,
  );
  return (
    <div className={classes['page']}>
      <PageHead title={t('slots.title')} crumb={<TextLink to="/calendar">{t('shell.calendar')}</TextLink>}>
        {mayInvite ? (
          <Button
            variant="filled"
            leftSection={<IconClockPlus {...icon} />}
            rightSection={<KeyHint keys="F" />}
            aria-keyshortcuts="F"
            disabled={board.next === null}
            onClick={takeNext}
          >
            {t('slots.nextFree')}
          </Button>
        ) : null}
      </PageHead>
      <Bar board={board} />
      <Board board={board} onChoose={mayInvite ? setChosen : null} />
      {chosen === null ? null : (
        <BookSlotDialog
          bookable={bookableOf(chosen)}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </div>
  );
}

function Bar({ board: { date, today, by, minutes } }: { readonly board: SlotBoardOnShow }) {
  const { t } = useTranslation();
  const go = (to: string): void => {
    changeSlotBoard({ date: to === today ? null : to });
  };
  return (
    <div className={classes['bar']}>
      <ActionIcon
        aria-label={t('calendar.earlier')}
        title={t('calendar.earlier')}
        onClick={() => go(addDays(date, -1))}
      >
        <IconChevronLeft {...icon} />
      </ActionIcon>
      <DateField
        key={date}
        label={t('calendar.date')}
        value={date}
        onChange={(typed) => {
          const read = readDate(typed);
          if (read !== null) go(read);
        }}
      />
      <ActionIcon aria-label={t('calendar.later')} title={t('calendar.later')} onClick={() => go(addDays(date, 1))}>
        <IconChevronRight {...icon} />
      </ActionIcon>
      <Segmented
        label={t('slots.by')}
        value={by}
        options={[
          { value: 'recruiter', label: t('slots.byRecruiter') },
          { value: 'room', label: t('slots.byRoom') },
        ]}
        onChange={(value) => {
          changeSlotBoard({ by: value });
        }}
      />
      <Select
        label={t('calendar.duration')}
        className={classes['length'] ?? ''}
        data={LENGTHS.map((length) => ({ value: length.toString(), label: length.toString() }))}
        value={minutes.toString()}
        allowDeselect={false}
        onChange={(value) => {
          const length = LENGTHS.find((one) => one.toString() === value);
          if (length !== undefined) changeSlotBoard({ minutes: length });
        }}
      />
    </div>
  );
}

interface BoardProps {
  readonly board: SlotBoardOnShow;
  readonly onChoose: ((chosen: Chosen) => void) | null;
}

function Board({ board, onChoose }: BoardProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { columns, day, by, date, minutes } = board;
  const place = useScrolledToNow([date, by, minutes].join(' '));
  if (columns.length === 0) {
    return (
      <EmptyState
        icon={IconUsers}
        title={t(by === 'room' ? 'slots.noRooms' : 'slots.noRecruiters')}
        action={
          <ButtonLink to={by === 'room' ? '/fairs' : '/settings/recruiters'}>
            {t(by === 'room' ? 'shell.fairs' : 'shell.manageRecruiters')}
          </ButtonLink>
        }
      >
        {t(by === 'room' ? 'slots.noRoomsText' : 'slots.noRecruitersText')}
      </EmptyState>
    );
  }
  if (day === null) {
    return (
      <EmptyState
        icon={IconCalendarOff}
        title={t('slots.closed')}
        action={
          board.next === null ? null : (
            <Button
              onClick={() => {
                if (board.next !== null) changeSlotBoard({ date: dateIn(formats.zone, board.next.startsAt) });
              }}
            >
              {t('slots.showNext', { when: formats.dateTime(board.next.startsAt) })}
            </Button>
          )
        }
      >
        {t('slots.closedText')}
      </EmptyState>
    );
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls is reached by keyboard (WCAG 2.1.1)
    <div ref={place} className={classes['board']} tabIndex={0} role="region" aria-label={t('slots.title')}>
      {columns.map((column) => (
        <SlotColumn key={column.key} column={column} minutes={minutes} onChoose={onChoose} />
      ))}
    </div>
  );
}
