import classes from './initials.module.css';

interface InitialsProps {
  readonly name: string;
  /** `small` in the rail and lists, `large` where a photo would stand. */
  readonly size?: 'small' | 'large';
}

/** Stands for a missing photo. The name itself is always beside it. */
export function Initials({ name, size = 'small' }: InitialsProps) {
  return (
    <span className={classes['initials']} data-size={size} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** First letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked.map((word) => word?.match(/^\p{L}\p{M}*/u)?.[0].toLocaleUpperCase() ?? '').join('');
}
