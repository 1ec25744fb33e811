import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planAddToVacancy, type AddToVacancyPlan } from '../../../shared/domain/add-to-vacancy.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useShortcut } from '../../state/shortcuts.js';
import { showToast } from '../../state/ui-store.js';
import { Dialog } from '../../ui/dialog.js';
import { FieldError } from '../../ui/field-error.js';
import { KeyHint } from '../../ui/key-hint.js';
import classes from './plain-form.module.css';
import { TargetVacancy } from './target-vacancy.js';

const NOWHERE: ReadonlySet<VacancyId> = new Set();

interface AddToVacancyDialogProps {
  readonly people: readonly PersonId[];
  readonly onClose: () => void;
}

/** *Add to a vacancy* (C13, G-12): an application for those who have none. */
export function AddToVacancyDialog({ people, onClose }: AddToVacancyDialogProps) {
  const { t } = useTranslation();
  const { persons, target, setTarget, asked, plan, isBusy, add } = useAdding(people, onClose);
  const out = plan?.excluded.length ?? 0;
  const [first] = persons;
  const name = first === undefined ? '' : `${first.givenName} ${first.familyName}`.trim();
  useShortcut({ keys: 'Mod+Enter', label: t('database.add'), scope: 'dialog', run: add });
  return (
    <Dialog opened onClose={onClose} title={t('database.add')}>
      <div className={classes['form']}>
        <p className={classes['guide']}>{t('database.addGuide', { count: persons.length, name })}</p>
        <div className={classes['target']}>
          <TargetVacancy
            value={target}
            sources={NOWHERE}
            error={
              asked && target === null ? (
                <FieldError>{t('progress.problems.transfer-target-missing')}</FieldError>
              ) : null
            }
            onChange={setTarget}
          />
        </div>
        {out === 0 ? null : <p role="status">{t('database.alreadyThere', { count: out })}</p>}
        <div className={classes['foot']}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="filled"
            loading={isBusy}
            disabled={plan?.included.length === 0}
            rightSection={<KeyHint keys="Mod+Enter" />}
            onClick={add}
          >
            {t('database.addCommit', { count: plan?.included.length ?? persons.length })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Adds them in one commit, and says so with the way back. */
function useAdding(people: readonly PersonId[], onClose: () => void) {
  const { t } = useTranslation();
  const session = useSession();
  const persons = useRoster(useCallback((roster: Roster) => personsOf(roster, people), [people]));
  const [target, setTarget] = useState<VacancyId | null>(null);
  const [asked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const planFor = (vacancyId: VacancyId): AddToVacancyPlan => {
    const roster = session.roster.current();
    const by = [...roster.recruiters.keys()].find((id) => id === session.preferences.current().recruiterId) ?? null;
    return planAddToVacancy(persons, vacancyId, {
      stamp: stampOf(session, by),
      applicationsOf: (person) => roster.applicationsOf(person),
    });
  };
  const commit = async (vacancyId: VacancyId): Promise<void> => {
    const { included } = planFor(vacancyId);
    if (included.length === 0) return;
    setBusy(true);
    const changes = included.flatMap((one) => one.changes);
    const answer = await session.commit({ action: 'add-to-vacancy', changes }).finally(() => {
      setBusy(false);
    });
    if (!answer.ok) {
      showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
      return;
    }
    const vacancy = session.roster.current().vacancies.get(vacancyId)?.title ?? '';
    const text = t('database.added', { count: included.length, vacancy });
    showToast({ text, undo: () => session.undo(answer.value) });
    onClose();
  };
  return {
    persons,
    target,
    setTarget,
    asked,
    plan: target === null ? null : planFor(target),
    isBusy,
    add: () => {
      setAsked(true);
      if (target !== null && !isBusy) void commit(target);
    },
  };
}

function personsOf(roster: Roster, people: readonly PersonId[]): readonly PersonRow[] {
  return people.flatMap((id) => roster.people.get(id) ?? []);
}

function stampOf(session: ReturnType<typeof useSession>, by: RecruiterId | null) {
  return { at: session.now(), by, newId: () => session.newId() };
}
