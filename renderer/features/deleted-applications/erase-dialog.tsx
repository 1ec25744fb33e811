import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import type { PersonErasure } from '../../data/erase.js';
import { Dialog } from '../../ui/dialog.js';
import { icon } from '../../ui/icon-props.js';
import type { DeletedRow } from './deleted-rows.js';
import classes from './erase-dialog.module.css';
import { ErasureList } from './erasure-list.js';
import { useErase } from './use-erase.js';

interface EraseDialogProps {
  /** Ticked when it was opened. */
  readonly chosen: readonly DeletedRow[];
  readonly onClose: () => void;
}

const NOBODY: ReadonlySet<PersonId> = new Set();

/** R16, C23: what goes for good and what stays, person by person, before anything does. */
export function EraseDialog({ chosen, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const { erasures, erase, isBusy } = useErase(chosen);
  const [everywhere, setEverywhere] = useState(NOBODY);
  const [asks, setAsks] = useState(false);
  const confirm = async (): Promise<void> => {
    if (await erase(everywhere)) onClose();
  };
  if (asks && erasures !== null) {
    const people = erasures.filter(({ personId }) => everywhere.has(personId));
    return (
      <EverywhereDialog
        people={people}
        isBusy={isBusy}
        onConfirm={() => void confirm()}
        onBack={() => {
          setAsks(false);
        }}
      />
    );
  }
  const count =
    erasures?.flatMap(({ gone }) => gone.filter(({ id }) => chosen.some((row) => row.id === id))).length ?? 0;
  return (
    <Dialog opened onClose={onClose} title={t('deleted.deletePermanently')} size={640}>
      <Lead />
      {erasures === null ? (
        <div className={classes['reading']}>
          <Loader size="sm" aria-label={t('common.loading')} />
        </div>
      ) : (
        <>
          <p className={classes['count']}>{t('deleted.erasure.count', { count, people: erasures.length })}</p>
          {count < chosen.length ? <p>{t('deleted.erasure.leftAlone', { count: chosen.length - count })}</p> : null}
          <ErasureList
            erasures={erasures}
            everywhere={everywhere}
            onEverywhere={(person, wanted) => {
              setEverywhere((before) => new Set([...before, person].filter((one) => wanted || one !== person)));
            }}
          />
        </>
      )}
      <div className={classes['foot']}>
        <Button data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {erasures?.length === 0 ? null : (
          <Button
            variant="filled"
            data-danger
            loading={isBusy}
            disabled={erasures === null}
            onClick={() => {
              if (everywhere.size > 0) setAsks(true);
              else void confirm();
            }}
          >
            {everywhere.size > 0 ? t('deleted.erasure.next') : t('deleted.deletePermanently')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Lead() {
  const { t } = useTranslation();
  return (
    <p className={classes['lead']}>
      <IconAlertTriangle {...icon} />
      <span>
        <b>{t('deleted.erasure.final')}</b> {t('deleted.erasure.reach')}
      </span>
    </p>
  );
}

interface EverywhereDialogProps {
  readonly people: readonly PersonErasure[];
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** C23: that a person goes with everything that is not deleted yet is asked for by itself. */
function EverywhereDialog({ people, isBusy, onConfirm, onBack }: EverywhereDialogProps) {
  const { t } = useTranslation();
  const { vacancies } = useSession().roster.current();
  const titleOf = (id: string): string =>
    [...vacancies.values()].find((vacancy) => vacancy.id === id)?.title ?? t('dossier.vacancyGone');
  return (
    <Dialog opened onClose={onBack} title={t('deleted.erasure.everywhereTitle', { count: people.length })} size={640}>
      <Lead />
      <p className={classes['count']}>{t('deleted.erasure.everywhereText')}</p>
      <ul className={classes['people']}>
        {people.map(({ personId, dossier: { person, applications } }) => (
          <li key={personId}>
            <b>{`${person.fields.givenName} ${person.fields.familyName}`.trim()}</b>
            <span>{[...new Set(applications.map(({ fields }) => titleOf(fields.vacancyId)))].join(' · ')}</span>
          </li>
        ))}
      </ul>
      <div className={classes['foot']}>
        <Button data-autofocus onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button variant="filled" data-danger loading={isBusy} onClick={onConfirm}>
          {t('deleted.erasure.everywhereConfirm')}
        </Button>
      </div>
    </Dialog>
  );
}
