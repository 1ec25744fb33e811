import { ActionIcon } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Right } from '../../../shared/records/recruiter.js';
import type { Roster } from '../../data/roster/rows.js';
import { useLoaded } from '../../data/use-loaded.js';
import { usePreferences, useRoster, useSession } from '../../data/use-session.js';
import { useRights } from '../../data/use-rights.js';
import { icon } from '../../ui/icon-props.js';
import type { PageAddress } from '../../ui/links.js';
import classes from './checklist.module.css';

function doneIn(roster: Roster) {
  const recruiters = [...roster.recruiters.values()].filter(({ joinedAs }) => joinedAs === undefined);
  return { fair: roster.fairs.size > 0, vacancy: roster.vacancies.size > 0, recruiter: recruiters.length > 1 };
}

interface Step {
  readonly word: MessageKey;
  readonly to: PageAddress;
  readonly done: boolean;
  /** Whoever does not have it is not asked to (C19). */
  readonly right: Right;
}

/** Four steps before the doors open. Gone when all are done, or when it is hidden. */
export function Checklist() {
  const { t } = useTranslation();
  const session = useSession();
  const { checklistHidden } = usePreferences();
  const done = useRoster(doneIn);
  const mail = useHasMailAccount();
  const rights = useRights();
  const all: readonly Step[] = [
    { word: 'home.stepFair', to: '/fairs/new', done: done.fair, right: 'vacancies' },
    { word: 'home.stepVacancy', to: '/vacancies/new', done: done.vacancy, right: 'vacancies' },
    { word: 'home.stepMail', to: '/settings/mail', done: mail, right: 'send-email' },
    { word: 'home.stepRecruiter', to: '/settings/recruiters', done: done.recruiter, right: 'administer' },
  ];
  const steps = all.filter(({ right }) => rights.includes(right));
  if (checklistHidden === true || steps.every((step) => step.done)) return null;
  return (
    <section className={classes['checklist']}>
      <header>
        <h2>{t('home.checklist')}</h2>
        <ActionIcon
          size={24}
          aria-label={t('home.hideChecklist')}
          onClick={() => void session.setPreferences({ checklistHidden: true })}
        >
          <IconX {...icon} />
        </ActionIcon>
      </header>
      <ol>
        {steps.map((step) => (
          <li key={step.word} data-done={step.done || undefined}>
            {step.done ? <IconCircleCheck {...icon} /> : <IconCircleDashed {...icon} />}
            {step.done ? (
              <>
                <span>{t(step.word)}</span>
                <small>{t('home.stepDone')}</small>
              </>
            ) : (
              <Link to={step.to}>{t(step.word)}</Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function useHasMailAccount(): boolean {
  const { host } = useSession();
  const load = useCallback(async () => {
    const answer = await host.call('mail.account', null);
    return answer.ok && answer.value.account !== null;
  }, [host]);
  const loaded = useLoaded(load);
  return loaded.status === 'ready' && loaded.value;
}
