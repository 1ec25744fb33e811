import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationId, PersonId } from '../../../shared/records/primitives.js';
import type { PersonErasure } from '../../data/erase.js';
import { Dialog } from '../../ui/dialog.js';
import { ErasureFoot } from './erasure-foot.js';
import { ErasureLead } from './erasure-lead.js';
import { ErasureList } from './erasure-list.js';
import { ErasureReading } from './erasure-reading.js';
import classes from './erasure.module.css';
import { EverywhereDialog } from './everywhere-dialog.js';
import { useErasure } from './use-erasure.js';

interface EraseApplicationsDialogProps {
  readonly chosen: readonly { readonly id: ApplicationId; readonly personId: PersonId }[];
  readonly onClose: () => void;
}

const NOBODY: ReadonlySet<PersonId> = new Set();

/** R16, C23: what goes for good and what stays, person by person, before anything does. */
export function EraseApplicationsDialog({ chosen, onClose }: EraseApplicationsDialogProps) {
  const { t } = useTranslation();
  const applications = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen]);
  const people = useMemo(() => [...new Set(chosen.map(({ personId }) => personId))], [chosen]);
  const { erasures, failed, erase, isBusy } = useErasure(people, applications);
  const [everywhere, setEverywhere] = useState(NOBODY);
  const [asks, setAsks] = useState(false);
  const confirm = (): void => {
    void erase(everywhere).then((done) => {
      if (done) onClose();
    });
  };
  if (asks && erasures !== null) {
    const whole = erasures.filter(({ personId }) => everywhere.has(personId)).map(wholly);
    return (
      <EverywhereDialog
        title={t('deleted.erasure.everywhereTitle', { count: whole.length })}
        erasures={whole}
        failed={failed}
        isBusy={isBusy}
        confirm="deleted.erasure.everywhereConfirm"
        onConfirm={confirm}
        back="common.back"
        onBack={() => {
          setAsks(false);
        }}
      />
    );
  }
  const count =
    erasures?.flatMap(({ gone }) => gone.filter(({ id }) => chosen.some((one) => one.id === id))).length ?? 0;
  return (
    <Dialog opened onClose={onClose} title={t('deleted.deletePermanently')} size={640}>
      <ErasureLead />
      {erasures === null ? (
        <ErasureReading failed={failed} />
      ) : (
        <>
          <p className={classes['count']}>{t('deleted.erasure.count', { count, people: erasures.length })}</p>
          {count < chosen.length ? <p>{t('deleted.erasure.leftAlone', { count: chosen.length - count })}</p> : null}
          <ErasureList
            erasures={erasures}
            choice={{
              everywhere,
              onEverywhere: (person, wanted) => {
                setEverywhere((before) => new Set([...before, person].filter((one) => wanted || one !== person)));
              },
            }}
          />
        </>
      )}
      <ErasureFoot
        confirm={
          erasures?.length === 0 ? null : t(everywhere.size > 0 ? 'deleted.erasure.next' : 'deleted.deletePermanently')
        }
        ready={erasures !== null}
        isBusy={isBusy}
        onConfirm={() => {
          if (everywhere.size > 0) setAsks(true);
          else confirm();
        }}
        back="common.cancel"
        onBack={onClose}
      />
    </Dialog>
  );
}

/** The same person, with everything. */
function wholly(erasure: PersonErasure): PersonErasure {
  return { ...erasure, whole: true, gone: [...erasure.gone, ...erasure.kept], kept: [] };
}
