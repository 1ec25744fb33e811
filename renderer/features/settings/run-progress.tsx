import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './run-progress.module.css';

interface RunProgressProps {
  readonly words: string;
  readonly done: number;
  readonly total: number;
  /** Left out where it runs to its end. */
  readonly onStop?: () => void;
}

/** How far something is that takes its time, in words and as a bar. */
export function RunProgress({ words, done, total, onStop }: RunProgressProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['run']}>
      <p>{words}</p>
      <Progress.Root size={6} radius="xs">
        <Progress.Section value={(100 * done) / Math.max(1, total)} aria-label={words} />
      </Progress.Root>
      {onStop === undefined ? null : (
        <div>
          <Button onClick={onStop}>{t('data.exportStop')}</Button>
        </div>
      )}
    </div>
  );
}
