import { Fragment, type ReactNode } from 'react';
import type { PlannedMessage } from '../../../shared/domain/progress-action.js';
import { partsOf, sayLater } from '../../../shared/domain/put-in-later.js';
import type { Language } from '../../../shared/records/primitives.js';
import { useLaterWords } from '../../data/use-later-words.js';
import classes from './merged-text.module.css';

interface MergedTextProps {
  readonly text: string;
  readonly merged: PlannedMessage['merged'];
  readonly language: Language;
}

/** The words of a mail, tinted where they came from the records: what to read once for each language. */
export function MergedText({ text, merged, language }: MergedTextProps) {
  const words = useLaterWords();
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const part of merged) {
    pieces.push(
      text.slice(end, part.start),
      <Fragment key={part.start}>{filledIn(text.slice(part.start, part.end))}</Fragment>,
    );
    end = part.end;
  }
  pieces.push(text.slice(end));
  return (
    <div className={classes['text']} lang={language}>
      {pieces}
    </div>
  );

  function filledIn(filled: string): ReactNode {
    return partsOf(filled).map(({ text: part, later }) =>
      later === null ? (
        <mark key={part}>{shortened(part)}</mark>
      ) : (
        <mark key={later} lang={words.language} data-later>
          {sayLater(later, words)}
        </mark>
      ),
    );
  }
}

/** The addresses of answers are long; whom they write to is what a person checks. */
function shortened(text: string): string {
  return text.replace(/^(mailto:[^?]+)\?.*$/, '$1');
}
