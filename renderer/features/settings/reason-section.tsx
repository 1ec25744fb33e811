import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ReasonDialog } from './reason-dialog.js';
import classes from './reason-section.module.css';
import { useMayAdminister } from './use-may-administer.js';

function offered(roster: Roster) {
  return (roster.organisation?.rejectionReasons ?? []).filter(({ retired }) => !retired);
}

/** C21: the reasons that recruiters choose from when they reject somebody. */
export function ReasonSection() {
  const { t } = useTranslation();
  const { language } = useFormats();
  const allowed = useMayAdminister();
  const reasons = useRoster(offered);
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <section className={classes['section']} aria-label={t('settings.reasons')}>
      <p className={classes['intro']}>{t('settings.reasonsIntro')}</p>
      <ul>
        {reasons.map(({ id, names }) => (
          <li key={id}>
            <span>{names[language]}</span>
            <Button
              size="xs"
              disabled={!allowed}
              aria-label={t('settings.editReason', { name: names[language] })}
              onClick={() => {
                setEditing(id);
              }}
            >
              {t('common.edit')}
            </Button>
          </li>
        ))}
      </ul>
      {allowed ? null : <p className={classes['intro']}>{t('settings.onlyAdministrators')}</p>}
      <Button
        leftSection={<IconPlus {...icon} />}
        disabled={!allowed}
        onClick={() => {
          setEditing('new');
        }}
      >
        {t('settings.addReason')}
      </Button>
      <ReasonDialog
        editing={editing}
        onClose={() => {
          setEditing(null);
        }}
      />
    </section>
  );
}
