import type { Icon } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import classes from './side-list.module.css';

export interface SideItem {
  readonly icon: Icon;
  readonly word: string;
  readonly count: number;
  readonly link: Pick<LinkProps, 'to' | 'params'>;
  /** Done before the link is followed: what is shown there. */
  readonly onFollow?: () => void;
  readonly tone?: 'plain' | 'bad' | 'yours';
}

interface SideListProps {
  readonly title: string;
  readonly link?: ReactNode;
  readonly items: readonly SideItem[];
  /** Said instead of a list when every count is nought. */
  readonly empty: string;
}

/** A titled list of things with a number each; what counts nought is not shown. */
export function SideList({ title, link, items, empty }: SideListProps) {
  const formats = useFormats();
  const shown = items.filter(({ count }) => count > 0);
  return (
    <section className={classes['section']}>
      <header>
        <h2>{title}</h2>
        {link}
      </header>
      {shown.length === 0 ? <p>{empty}</p> : null}
      <ul>
        {shown.map(({ icon: Glyph, word, count, link: target, onFollow, tone = 'plain' }) => (
          <li key={word}>
            <Link {...target} {...(onFollow ? { onClick: onFollow } : {})} className={classes['row']} data-tone={tone}>
              <Glyph {...icon} />
              <span>{word}</span>
              <b>{formats.number(count)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
