import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FixedActionId, Plan, ProgressActionId, Selection } from '../../../shared/domain/progress-action.js';
import { listProgressActions } from '../../../shared/domain/progress-actions/registry.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { useRights } from '../../data/use-rights.js';
import { requestProgress } from '../../state/progress-request.js';
import { TextLink, type PageAddress } from '../../ui/links.js';
import { TestsLink } from '../../ui/tests-link.js';
import classes from './done-step.module.css';

/** Pages that need no id. */
const PAGES = {
  calendar: { to: '/calendar', word: 'shell.calendar' },
  deleted: { to: '/deleted', word: 'shell.deletedApplications' },
  employees: { to: '/employees', word: 'shell.employees' },
  database: { to: '/cv-database', word: 'shell.cvDatabase' },
} as const satisfies Readonly<Record<string, { readonly to: PageAddress; readonly word: MessageKey }>>;

type Related = keyof typeof PAGES | FixedActionId;

/** R104: what people look for after an action, as EasyCruit's pages name it under "see also"; besides Application handling. */
const RELATED: Readonly<Partial<Record<ProgressActionId, readonly Related[]>>> = {
  reject: ['transfer', 'delete'],
  'invite-to-interview': ['calendar', 'send-offer', 'panel-review'],
  delete: ['deleted'],
  save: ['database'],
  transfer: ['database'],
  'send-offer': ['hire', 'employment-contract'],
  hire: ['employees', 'employment-contract'],
  'employment-contract': ['hire', 'employees'],
};

interface DoneRelatedProps {
  readonly action: ProgressActionId;
  readonly plan: Plan;
  readonly selection: Selection;
  readonly onClose: () => void;
}

/** R104: related pages, and related actions with the same people, one click away; tests where it was one applicant. */
export function DoneRelated({ action, plan: { included }, selection, onClose }: DoneRelatedProps) {
  const { t } = useTranslation();
  const offered = listProgressActions(useRights());
  const ids = included.map(({ applicationId }) => applicationId);
  const vacancies = new Set(selection.map(({ vacancyId }) => vacancyId));
  const [vacancyId] = vacancies;
  const [applicationId] = ids;
  if (applicationId === undefined || vacancyId === undefined) return null;
  return (
    <nav className={classes['related']} aria-label={t('progress.related')}>
      <span aria-hidden="true">{t('progress.related')}</span>
      {vacancies.size > 1 ? null : (
        <TextLink to="/vacancies/$vacancyId" params={{ vacancyId }} onClick={onClose}>
          {t('applications.handling')}
        </TextLink>
      )}
      {ids.length > 1 ? null : <TestsLink vacancyId={vacancyId} applicationId={applicationId} onLeave={onClose} />}
      {(RELATED[action] ?? []).map((related) =>
        isPage(related) ? (
          <TextLink key={related} to={PAGES[related].to} onClick={onClose}>
            {t(PAGES[related].word)}
          </TextLink>
        ) : offered.includes(related) ? (
          <Anchor
            key={related}
            component="button"
            type="button"
            onClick={() => {
              requestProgress(related, ids);
            }}
          >
            {t(`progress.actions.${related}.name`)}
          </Anchor>
        ) : null,
      )}
    </nav>
  );
}

function isPage(related: Related): related is keyof typeof PAGES {
  return Object.hasOwn(PAGES, related);
}
