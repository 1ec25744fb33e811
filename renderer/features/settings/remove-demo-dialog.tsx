import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DemoContents } from '../../data/demo/demo-contents.js';
import { useSession } from '../../data/use-session.js';
import { Dialog } from '../../ui/dialog.js';
import classes from './demo-data-section.module.css';

interface RemoveDemoDialogProps {
  readonly opened: boolean;
  readonly contents: DemoContents;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says what goes for good and what stays, by name, before it is done. */
export function RemoveDemoDialog({ opened, contents, onClose, onConfirm }: RemoveDemoDialogProps) {
  const { t } = useTranslation();
  const { vacancies, fairs, recruiters } = useSession().roster.current();
  const people = contents.people.length;
  return (
    <Dialog opened={opened} onClose={onClose} title={t('demo.removeTitle')}>
      <div className={classes['question']}>
        <p>{t('demo.removeText', { people, vacancies: contents.vacancies.length })}</p>
        <p>{t('demo.ownStays')}</p>
        <Kept words={t('demo.keptVacancies')} names={contents.keptVacancies.map((id) => vacancies.get(id)?.title)} />
        <Kept words={t('demo.keptFairs')} names={contents.keptFairs.map((id) => fairs.get(id)?.name)} />
        <Kept words={t('demo.keptRecruiters')} names={contents.keptRecruiters.map((id) => recruiters.get(id)?.name)} />
        <div className={classes['actions']}>
          <Button data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="filled" data-danger onClick={onConfirm}>
            {t('demo.removeNow', { people })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Kept({ words, names }: { readonly words: string; readonly names: readonly (string | undefined)[] }) {
  if (names.length === 0) return null;
  return (
    <div className={classes['kept']}>
      <p>{words}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
