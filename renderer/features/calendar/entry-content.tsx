import { useTranslation } from 'react-i18next';
import type { CalendarEntry, EntryPerson } from '../../data/roster/calendar-entries.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { ACTIVITY_WORDS, SHORT_ACTIVITY_WORDS } from './activity-words.js';
import { acceptedCount, commonAnswer } from './entry-answer.js';
import classes from './entry-content.module.css';

interface EntryContentProps {
  readonly entry: CalendarEntry;
  /** `one` line in the month and for what is shorter than half an hour; `two`; `three` with the name on its own. */
  readonly lines: 'one' | 'two' | 'three';
}

/** What an entry says: who, when, *Activity* (R95) and *Acc. time* (R96), in words and icons. */
export function EntryContent({ entry, lines }: EntryContentProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const time = <time className={classes['time']}>{formats.time(entry.startsAt)}</time>;
  const activity = (
    <span className={classes['activity']}>
      <Short word={t(ACTIVITY_WORDS[entry.activity])} short={t(SHORT_ACTIVITY_WORDS[entry.activity])} />
    </span>
  );
  return (
    <span className={classes['entry']} data-lines={lines}>
      <span className={classes['line']}>
        {lines === 'three' ? null : time}
        <b className={classes['name']}>
          <Names entry={entry} />
        </b>
        {lines === 'one' ? <Answer entry={entry} iconOnly /> : null}
      </span>
      {lines === 'one' ? <span className={classes['spoken']}>{t(ACTIVITY_WORDS[entry.activity])}</span> : null}
      {lines === 'two' ? (
        <span className={classes['line']}>
          {activity}
          <Answer entry={entry} />
        </span>
      ) : null}
      {lines === 'three' ? (
        <>
          <span className={classes['line']}>
            {time}
            {activity}
          </span>
          <Answer entry={entry} />
        </>
      ) : null}
    </span>
  );
}

function Names({ entry }: { readonly entry: CalendarEntry }) {
  if (entry.kind === 'interview')
    return entry.people.map((person, n) => <Name key={n} person={person} first={n === 0} />);
  return (
    <>
      {entry.title}
      {entry.people.map((person) => (
        <Name key={person.personId} person={person} first={false} />
      ))}
    </>
  );
}

/** R100: a click on the name opens the dossier. By keyboard the entry opens first, and the name is a link there. */
function Name({ person, first }: { readonly person: EntryPerson; readonly first: boolean }) {
  return (
    <>
      {first ? '' : ', '}
      <span className={classes['person']} data-person={person.personId}>
        {person.name}
      </span>
    </>
  );
}

function Answer({ entry, iconOnly = false }: { readonly entry: CalendarEntry; readonly iconOnly?: boolean }) {
  const { t } = useTranslation();
  if (entry.kind === 'appointment') return null;
  const answer = commonAnswer(entry);
  if (answer === null) {
    if (entry.people.every(({ accTime }) => accTime === null)) return null;
    const words = t('calendar.acceptedOf', { accepted: acceptedCount(entry), count: entry.people.length });
    return <span className={classes['answer']}>{words}</span>;
  }
  const { word, short, icon: Glyph } = ANSWER_LOOKS[answer];
  return (
    <span className={classes['answer']}>
      <Glyph {...tagIcon} />
      {iconOnly ? <span className={classes['spoken']}>{t(word)}</span> : <Short word={t(word)} short={t(short)} />}
    </span>
  );
}

/** A word that is cut short for the eye and read out whole. */
function Short({ word, short }: { readonly word: string; readonly short: string }) {
  if (word === short) return <span className={classes['word']}>{word}</span>;
  return (
    <>
      <span className={classes['word']} aria-hidden="true">
        {short}
      </span>
      <span className={classes['spoken']}>{word}</span>
    </>
  );
}
