import { ActionIcon, Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { placesLeft } from '../../../shared/domain/group-places.js';
import { isFree, type BoardSlot } from '../../../shared/domain/slots.js';
import { MINUTE } from '../../../shared/lib/time.js';
import type { BusyEntry } from '../../data/roster/busy.js';
import { entryName } from '../../data/roster/entry-name.js';
import { isGroup, type GroupEntry } from '../../data/roster/groups.js';
import { requestMeeting } from '../../state/meeting-request.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { placesWords } from '../../ui/places-words.js';
import classes from './slots.module.css';
import type { Chosen } from './use-bookable.js';
import type { BoardColumn } from './use-slot-board.js';

interface SlotColumnProps {
  readonly column: BoardColumn;
  readonly minutes: number;
  /** Null for whoever may not invite (C19): then the board is there to be read. */
  readonly onChoose: ((chosen: Chosen) => void) | null;
}

/** The slots of one recruiter or room: a free one is a button, a taken one says what stands there. */
export function SlotColumn({ column: { name, resource, slots, next }, minutes, onChoose }: SlotColumnProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const heading = useId();
  const free = slots.filter(isFree).length;
  return (
    <section className={classes['column']} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{name}</h2>
        <p>{t('slots.freeOf', { free, count: slots.length })}</p>
        {onChoose === null || next === null ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onChoose({ kind: 'free', slot: next });
            }}
          >
            {t('slots.nextAt', { when: formats.dateTime(next.startsAt) })}
          </Button>
        )}
      </header>
      <ul>
        {slots.map((slot) => (
          <li key={slot.startsAt} data-past={slot.past || undefined}>
            {isFree(slot) && onChoose !== null ? (
              <button
                type="button"
                className={classes['free']}
                aria-label={t('slots.bookAt', { name, when: formats.dateTime(slot.startsAt) })}
                onClick={() => {
                  onChoose({ kind: 'free', slot: { resource, startsAt: slot.startsAt } });
                }}
              >
                <Time slot={slot} minutes={minutes} />
                <span>{t('slots.free')}</span>
              </button>
            ) : (
              <Taken slot={slot} minutes={minutes} onChoose={onChoose} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SlotProps {
  readonly slot: BoardSlot<BusyEntry>;
  readonly minutes: number;
}

function Time({ slot: { startsAt }, minutes }: SlotProps) {
  const formats = useFormats();
  return (
    <time>
      {formats.time(startsAt)}–{formats.time(startsAt + minutes * MINUTE)}
    </time>
  );
}

function Taken({ onChoose, ...props }: SlotProps & Pick<SlotColumnProps, 'onChoose'>) {
  const { t } = useTranslation();
  const { takenBy, past } = props.slot;
  const isEmpty = takenBy.length === 0;
  return (
    <div className={classes['taken']} data-empty={isEmpty || undefined}>
      <Time {...props} />
      {isEmpty ? (
        <span>{t(past ? 'slots.past' : 'slots.free')}</span>
      ) : (
        // Booked twice: each of them can be opened, and moved.
        <ul>
          {takenBy.map((entry) => (
            <TakenBy key={entry.id} entry={entry} slot={props.slot} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface TakenByProps extends Pick<SlotColumnProps, 'onChoose'> {
  readonly entry: BusyEntry;
  readonly slot: BoardSlot<BusyEntry>;
}

function TakenBy({ entry, slot, onChoose }: TakenByProps) {
  const { t } = useTranslation();
  const name = entryName(entry);
  if (entry.kind === 'appointment') return <li>{name}</li>;
  return (
    <li>
      <button
        type="button"
        onClick={() => {
          requestMeeting(entry.people.map(({ interviewId }) => interviewId));
        }}
      >
        {name}
        {isGroup(entry) ? <small>{placesWords(t, entry.group, entry.people.length)}</small> : null}
      </button>
      {onChoose !== null && isGroup(entry) && mayBeJoined(entry, slot) ? (
        <ActionIcon
          className={classes['invite'] ?? ''}
          aria-label={`${t('interview.inviteToGroup')}: ${name}`}
          title={t('interview.inviteToGroup')}
          onClick={() => {
            onChoose({ kind: 'group', entry });
          }}
        >
          <IconUserPlus {...icon} />
        </ActionIcon>
      ) : null}
    </li>
  );
}

/** Once, in the slot in which it begins. */
function mayBeJoined({ group, startsAt }: GroupEntry, slot: BoardSlot<BusyEntry>): boolean {
  return !slot.past && startsAt >= slot.startsAt && placesLeft(group) !== 0;
}
