import { useTranslation } from 'react-i18next';
import classes from './search-page.module.css';

const HINTS = [
  { example: 'java oslo', word: 'search.hintAll' },
  { example: '"wind power"', word: 'search.hintPhrase' },
  { example: 'java -cobol', word: 'search.hintNot' },
  { example: '(java c++)', word: 'search.hintAny' },
  { example: '070 318 47 29', word: 'search.hintPhone' },
] as const;

/** What can be typed (G-14). */
export function SearchHints() {
  const { t } = useTranslation();
  return (
    <dl className={classes['hints']}>
      {HINTS.map(({ example, word }) => (
        <div key={example}>
          <dt>{example}</dt>
          <dd>{t(word)}</dd>
        </div>
      ))}
    </dl>
  );
}
