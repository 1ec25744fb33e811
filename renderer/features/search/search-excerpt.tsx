import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { excerptOf, type ExcerptPart } from '../../../shared/domain/search/excerpt.js';
import type { Words } from '../../../shared/domain/search/query.js';
import type { PersonRow } from '../../data/roster/rows.js';
import type { TextRef } from '../../data/search/indexed-text.js';
import { useSession } from '../../data/use-session.js';
import classes from './search-list.module.css';

interface SearchExcerptProps {
  readonly person: PersonRow;
  /** Null where the hit is in the name or beside it. */
  readonly text: TextRef | null;
  readonly wanted: readonly Words[];
}

/** The line of the CV, application or note in which a hit stands; opened only for the lines in sight. */
export function SearchExcerpt({ person, text, wanted }: SearchExcerptProps) {
  const { t } = useTranslation();
  const read = useText(text);
  const { email, phone, city } = person;
  if (text === null) return <span>{[city, email, phone].filter(Boolean).join(' · ')}</span>;
  return (
    <span>
      <b>{t(`search.kinds.${text.kind}`)}</b> <Marked parts={excerptOf(read, wanted)} />
    </span>
  );
}

function Marked({ parts }: { readonly parts: readonly ExcerptPart[] }) {
  // Parts never change places: a new excerpt is a new list.
  return parts.map((part, at) =>
    part.isHit ? (
      <mark key={at} className={classes['hit']}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

/** Empty while it is being opened, and where it is gone. */
function useText(ref: TextRef | null): string {
  const { search } = useSession();
  const [read, setRead] = useState<{ readonly of: string; readonly text: string } | null>(null);
  const [id, kind] = [ref?.id ?? null, ref?.kind ?? null];
  useEffect(() => {
    if (id === null || kind === null) return;
    let wanted = true;
    void search.textOf({ id, kind }).then((text) => {
      if (wanted) setRead({ of: id + kind, text: text ?? '' });
    }, reportError);
    return () => {
      wanted = false;
    };
  }, [search, id, kind]);
  return read !== null && read.of === `${id ?? ''}${kind ?? ''}` ? read.text : '';
}
