import { Button, Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { latestKeep } from '../../../shared/domain/retention.js';
import { addMonths } from '../../../shared/lib/time.js';
import { retentionSettings } from '../../data/retention-facts.js';
import { useSession } from '../../data/use-session.js';
import { Dialog } from '../../ui/dialog.js';
import { useCheckedForm, type Problems } from '../../ui/use-checked-form.js';
import classes from './keep-dialog.module.css';
import type { RetentionRow } from './retention-rows.js';
import { useKeep } from './use-keep.js';

export type KeepWay = 'longer' | 'hold';

interface KeepDialogProps {
  readonly way: KeepWay;
  readonly chosen: readonly RetentionRow[];
  readonly today: string;
  readonly onClose: () => void;
}

interface KeepValues extends Record<string, unknown> {
  readonly months: string;
  readonly reason: string;
}

const MONTHS = ['1', '3', '6', '12', '24'] as const;

function check({ reason }: KeepValues): Problems {
  return reason.trim() === '' ? { reason: 'retention.reasonMissing' } : {};
}

/** Asks for how long somebody is kept, and why: a reason is what makes it lawful. */
export function KeepDialog({ way, chosen, today, onClose }: KeepDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const settings = retentionSettings(session.roster.current());
  const months = MONTHS.filter((n) => chosen.every((row) => addMonths(today, Number(n)) <= latestKeep(row, settings)));
  const { keepLonger, hold, isBusy } = useKeep(chosen);
  const initialValues: KeepValues = { months: months.at(0) ?? '', reason: '' };
  const { field, submit } = useCheckedForm({ initialValues, check });
  const save = async ({ months: chosenMonths, reason }: KeepValues): Promise<void> => {
    const words = reason.trim();
    const kept = way === 'hold' ? hold(words) : keepLonger(addMonths(today, Number(chosenMonths)), words);
    if (await kept) onClose();
  };
  const isOver = way === 'longer' && months.length === 0;
  return (
    <Dialog opened onClose={onClose} title={t(way === 'hold' ? 'retention.held' : 'retention.keep')}>
      <form className={classes['form']} onSubmit={submit((values) => void save(values))} autoComplete="off" noValidate>
        <p>{t(way === 'hold' ? 'retention.holdText' : isOver ? 'retention.ceiling' : 'retention.keepText')}</p>
        {way === 'hold' || isOver ? null : (
          <Select
            label={t('retention.keepFor')}
            data={months.map((n) => ({ value: n, label: t('retention.monthsMore', { count: Number(n) }) }))}
            allowDeselect={false}
            {...field('months')}
          />
        )}
        {isOver ? null : (
          <Textarea
            label={t('retention.reason')}
            description={t('retention.reasonHint')}
            autosize
            minRows={2}
            maxLength={500}
            data-autofocus
            {...field('reason')}
          />
        )}
        <div className={classes['actions']}>
          <Button onClick={onClose}>{t(isOver ? 'common.close' : 'common.cancel')}</Button>
          {isOver ? null : (
            <Button type="submit" variant="filled" loading={isBusy}>
              {t(way === 'hold' ? 'retention.placeHold' : 'retention.keep')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
