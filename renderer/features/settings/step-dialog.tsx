import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withoutStep, withStep, type OwnStepNames } from '../../../shared/domain/own-steps.js';
import { LANGUAGES, type Language } from '../../../shared/records/primitives.js';
import type { OwnStep } from '../../../shared/records/own-step.js';
import { useSession } from '../../data/use-session.js';
import { Dialog } from '../../ui/dialog.js';
import { FieldError } from '../../ui/field-error.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import classes from './reason-dialog.module.css';
import { useSaveSteps } from './use-save-steps.js';

interface StepDialogProps {
  /** The id of a step, `new`, or null while the dialog is shut. */
  readonly editing: string | null;
  readonly onClose: () => void;
}

/** One own step, by its name in the languages that the organisation needs. */
export function StepDialog({ editing, onClose }: StepDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened={editing !== null}
      onClose={onClose}
      title={t(editing === 'new' ? 'settings.stepNew' : 'settings.stepOne')}
    >
      {editing === null ? null : <StepForm editing={editing} onClose={onClose} />}
    </Dialog>
  );
}

function StepForm({ editing, onClose }: { readonly editing: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const [id] = useState(() => (editing === 'new' ? session.newId() : editing));
  const [names, setNames] = useState<OwnStepNames>(
    () => session.roster.current().organisation?.ownSteps.find((step) => step.id === editing)?.names ?? {},
  );
  const [problem, setProblem] = useState<'common.required' | 'settings.stepsFull' | null>(null);
  const save = useSaveSteps();
  const keep = async (change: (steps: readonly OwnStep[]) => OwnStep[]): Promise<void> => {
    if (await save(change)) onClose();
  };
  const submit = (): void => {
    const steps = session.roster.current().organisation?.ownSteps ?? [];
    const checked = withStep(steps, id, names);
    if (!checked.ok) setProblem(checked.code === 'steps/full' ? 'settings.stepsFull' : 'common.required');
    else void keep((now) => orSame(withStep(now, id, names), now));
  };
  return (
    <form
      className={classes['form']}
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={classes['hint']}>{t('settings.stepNameHint')}</p>
      {LANGUAGES.map((language, at) => (
        <TextInput
          key={language}
          label={t(LANGUAGE_WORDS[language])}
          lang={language}
          maxLength={60}
          data-autofocus={at === 0 || undefined}
          value={names[language] ?? ''}
          error={at === 0 && problem !== null ? <FieldError>{t(problem)}</FieldError> : null}
          onChange={({ currentTarget }) => {
            setNames(withName(names, language, currentTarget.value));
            setProblem(null);
          }}
        />
      ))}
      <div className={classes['actions']}>
        {editing === 'new' ? null : (
          <div className={classes['remove']}>
            <Button variant="subtle" onClick={() => void keep((steps) => withoutStep(steps, id))}>
              {t('settings.removeReason')}
            </Button>
            <small>{t('settings.stepKept')}</small>
          </div>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled">
          {t(editing === 'new' ? 'common.save' : 'common.saveChanges')}
        </Button>
      </div>
    </form>
  );
}

function withName(names: OwnStepNames, language: Language, name: string): OwnStepNames {
  return { ...names, [language]: name };
}

/** Checked once more as it is saved: somebody may have added the twentieth meanwhile, and then nothing changes. */
function orSame(checked: ReturnType<typeof withStep>, now: readonly OwnStep[]): OwnStep[] {
  return checked.ok ? checked.value : [...now];
}
