import type { ReactNode } from 'react';
import type { PlannedMessage } from '../../../shared/domain/progress-action.js';
import type { Language } from '../../../shared/records/primitives.js';
import classes from './merged-text.module.css';

interface MergedTextProps {
  readonly text: string;
  readonly merged: PlannedMessage['merged'];
  readonly language: Language;
}

/** The words of a mail, tinted where they came from the records: what to read once for each language. */
export function MergedText({ text, merged, language }: MergedTextProps) {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const part of merged) {
    pieces.push(
      text.slice(end, part.start),
      <mark key={part.start}>{shortened(text.slice(part.start, part.end))}</mark>,
    );
    end = part.end;
  }
  pieces.push(text.slice(end));
  return (
    <div className={classes['text']} lang={language}>
      {pieces}
    </div>
  );
}

/** The addresses of answers are long; whom they write to is what a person checks. */
function shortened(text: string): string {
  return text.replace(/^(mailto:[^?]+)\?.*$/, '$1');
}
