import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { largeIcon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import { undoneWords } from '../../ui/undone-words.js';
import classes from './import.module.css';
import { NotFiledList } from './not-filed-list.js';
import type { ImportControl, ImportStep } from './use-import.js';

interface DoneStepProps {
  readonly control: ImportControl;
  readonly step: Extract<ImportStep, { kind: 'done' }>;
}

/** What was filed, where it stands now, and what is left over. */
export function DoneStep({ control, step: { open, outcome } }: DoneStepProps) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  const { vacancyId } = control.settings;
  const stopped = outcome.notFiled.some(({ reasons }) => reasons.some(({ code }) => code === 'not-begun'));
  // The button that was pressed is gone, and the focus with it.
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div className={classes['done']}>
      <div className={classes['summary']} role="status">
        <IconCircleCheck {...largeIcon} />
        <h2 ref={title} tabIndex={-1}>
          {t('import.filed', { count: outcome.filed.length })}
        </h2>
        {outcome.added.length === 0 ? null : <p>{t('import.added', { count: outcome.added.length })}</p>}
        {outcome.code === null ? null : <p>{t('import.brokeOff', { reason: t(ERROR_WORDS[outcome.code]) })}</p>}
        {stopped && outcome.code === null ? <p>{t('import.stopped')}</p> : null}
        <div className={classes['ways']}>
          <UndoButton control={control} outcome={outcome} />
          <Button onClick={control.restart}>{t('import.another')}</Button>
          {vacancyId === null ? (
            <ButtonLink variant="filled" to="/cv-database">
              {t('shell.cvDatabase')}
            </ButtonLink>
          ) : (
            <ButtonLink variant="filled" to="/vacancies/$vacancyId" params={{ vacancyId }}>
              {t('import.openVacancy')}
            </ButtonLink>
          )}
        </div>
      </div>
      <NotFiledList
        title={t('import.leftOut', { count: outcome.notFiled.length })}
        read={open.read}
        rows={outcome.notFiled}
      />
    </div>
  );
}

/** Takes the whole import back, however many change sets it is. */
function UndoButton({
  control,
  outcome,
}: {
  readonly control: ImportControl;
  readonly outcome: DoneStepProps['step']['outcome'];
}) {
  const { t } = useTranslation();
  const session = useSession();
  const [undoing, setUndoing] = useState(false);
  const { saved } = outcome;
  if (saved === null) return null;
  const undo = async (): Promise<void> => {
    setUndoing(true);
    const answer = await session.undo(saved).finally(() => setUndoing(false));
    showToast(undoneWords(t, answer));
    if (answer.ok) control.restart();
  };
  return (
    <Button loading={undoing} onClick={() => void undo()}>
      {t('common.undo')}
    </Button>
  );
}
