import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './sync-page.module.css';

interface QuestionRowProps {
  /** What it is about: the field, or the status. */
  readonly word: string;
  readonly about?: string;
  readonly children: ReactNode;
}

/** One question: what it is about, and what each laptop says. */
export function QuestionRow({ word, about = '', children }: QuestionRowProps) {
  return (
    <li className={classes['question']}>
      <div className={classes['what']}>
        {word}
        {about === '' ? null : <small>{about}</small>}
      </div>
      {children}
    </li>
  );
}

interface SideProps {
  readonly stands: boolean;
  /** Who said it, and when. */
  readonly said: string;
  readonly children: ReactNode;
  /** What to do with this side; absent where there is nothing to do. */
  readonly action?: ReactNode;
}

/** What one laptop says. */
export function Side({ stands, said, children, action }: SideProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['side']} data-stands={stands || undefined}>
      <div className={classes['value']}>{children}</div>
      <small>
        {stands ? <b>{t('sync.stands')}</b> : null}
        {said}
      </small>
      {action}
    </div>
  );
}

interface SideButtonProps {
  readonly label: string;
  /** The same with what it is about, for whoever does not see the row. */
  readonly spoken: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

export function SideButton({ label, spoken, disabled, onClick }: SideButtonProps) {
  return (
    <Button size="xs" aria-label={spoken} disabled={disabled} onClick={onClick}>
      {label}
    </Button>
  );
}
