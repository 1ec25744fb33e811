import type { ReactNode } from 'react';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { tagIcon } from '../../ui/icon-props.js';
import type { CalendarEvent } from './calendar-event.js';
import { useHints } from './calendar-hints.js';
import { acceptedCount, commonAnswer } from './entry-answer.js';
import classes from './entry-content.module.css';
import { circumstances, entryInWords, type EntryWords } from './entry-words.js';

interface EntryContentProps {
  readonly event: CalendarEvent;
  /**
   * `one` line in the month and for what is shorter than half an hour; `two`; `three` with the name on its own; `four` with the
   * vacancy, the place and the recruiters as well.
   */
  readonly lines: 'one' | 'two' | 'three' | 'four';
}

/**
 * What an entry says: who, when, *Activity* (R95) and *Acc. time* (R96), in words and icons. One component of few elements:
 * a week of a whole stand has many hundred entries.
 */
export function EntryContent({ event: { entry, start, lanes, column }, lines }: EntryContentProps) {
  const hints = useHints();
  const { formats, words, roomyLanes } = hints;
  const isTall = lines === 'three' || lines === 'four';
  const time = <time className={classes['time']}>{formats.time(start)}</time>;
  const { word, short } = words.activities[entry.activity];
  const activity = cutShort(word, short, 'activity');
  return (
    <span className={classes['entry']} title={entryInWords(hints, entry, formats.time(start))}>
      <span className={classes['line']}>
        {isTall ? null : time}
        <b className={classes['name']}>{names(entry)}</b>
        {lines !== 'four' && lanes <= roomyLanes ? <Circumstances entry={entry} column={column} /> : null}
        {lines === 'one' ? answerOf(entry, words, { iconOnly: true }) : null}
      </span>
      {lines === 'one' ? <span className={classes['spoken']}>{word}</span> : null}
      {lines === 'two' ? (
        <span className={classes['both']}>
          {activity}
          {answerOf(entry, words)}
        </span>
      ) : null}
      {isTall ? (
        <>
          <span className={classes['line']}>
            {time}
            {activity}
          </span>
          {answerOf(entry, words)}
          {lines === 'four' ? <Circumstances entry={entry} column={column} /> : null}
        </>
      ) : null}
    </span>
  );
}

function Circumstances({ entry, column }: Pick<CalendarEvent, 'entry' | 'column'>) {
  const hints = useHints();
  const parts = circumstances(hints, entry, column);
  return parts.length === 0 ? null : <span className={classes['circumstances']}>{parts.join(' · ')}</span>;
}

/** An entry too narrow to be read among its neighbours: the same words for whoever hears them or points at it. */
export function CrowdedEntry({ event: { entry, start } }: Pick<EntryContentProps, 'event'>) {
  const hints = useHints();
  const all = entryInWords(hints, entry, hints.formats.time(start));
  return (
    <span className={classes['crowded']} title={all}>
      {all}
    </span>
  );
}

/** R100: a click on a name opens the dossier. By keyboard the entry opens first, and the name is a link there. */
function names(entry: CalendarEvent['entry']): ReactNode[] {
  const parts: ReactNode[] = entry.kind === 'appointment' ? [entry.title] : [];
  for (const { personId, name } of entry.people) {
    if (parts.length > 0) parts.push(', ');
    parts.push(
      <span key={personId} className={classes['person']} data-person={personId}>
        {name}
      </span>,
    );
  }
  return parts;
}

function answerOf(entry: CalendarEvent['entry'], words: EntryWords, { iconOnly } = { iconOnly: false }): ReactNode {
  if (entry.kind === 'appointment') return null;
  const answer = commonAnswer(entry);
  if (answer === null) {
    if (entry.people.every(({ accTime }) => accTime === null)) return null;
    return <span className={classes['answer']}>{words.acceptedOf(acceptedCount(entry), entry.people.length)}</span>;
  }
  const { icon: Glyph } = ANSWER_LOOKS[answer];
  const { word, short } = words.answers[answer];
  return (
    <span className={classes['answer']}>
      <Glyph {...tagIcon} />
      {iconOnly ? <span className={classes['spoken']}>{word}</span> : cutShort(word, short, 'word')}
    </span>
  );
}

/** A word that is cut short for the eye and read out whole. */
function cutShort(word: string, short: string, look: 'activity' | 'word'): ReactNode {
  if (word === short) return <span className={classes[look]}>{word}</span>;
  return (
    <>
      <span className={classes[look]} aria-hidden="true">
        {short}
      </span>
      <span className={classes['spoken']}>{word}</span>
    </>
  );
}
