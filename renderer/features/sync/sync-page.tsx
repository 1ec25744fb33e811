import { IconAddressBook, IconCalendarExclamation, IconGitMerge } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { ChangeAuthor } from '../../../shared/host/change-author.js';
import type { Roster } from '../../data/roster/rows.js';
import { useAuthors } from '../../data/use-authors.js';
import { useConflicts } from '../../data/use-conflicts.js';
import { useDuplicates } from '../../data/use-duplicates.js';
import { useRoster } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { TextLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import { FieldQuestionRow } from './field-question.js';
import { openConflicts, type ConflictGroup, type Question } from './open-conflicts.js';
import { Laptops } from './laptops.js';
import { NeedsAttention } from './needs-attention.js';
import { useRefusals } from './use-refusals.js';
import { SyncSection } from './sync-section.js';
import { SyncState } from './sync-state.js';
import { StatusQuestionRow } from './status-question.js';
import classes from './sync-page.module.css';

/** *Sync and conflicts*: what two laptops said differently, with both sides, until somebody has decided. `about`: whose come into sight first. */
export function SyncPage({ about = null }: { readonly about?: PersonId | null }) {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const groups = useRoster(useMemo(() => (roster: Roster) => openConflicts(roster, collator), [collator]));
  const sought = useRoster(
    useCallback(({ people }: Roster) => (about === null ? null : (people.get(about)?.id ?? about)), [about]),
  );
  const questions = useMemo(() => groups.flatMap((group) => group.questions), [groups]);
  const refusals = useRefusals();
  const elsewhere = { clashes: useConflicts().length, pairs: useDuplicates().length };
  const isComing = useSync().status.kind === 'syncing'; // nobody knows yet whether there is
  const authors = useAuthors(useMemo(() => questions.flatMap(stampsOf), [questions]));
  const counts = [
    ...(refusals.length === 0 ? [] : [t('sync.refusedCount', { count: refusals.length })]),
    ...(questions.length === 0 ? [] : [t('sync.count', { count: questions.length })]),
  ];
  return (
    <>
      <PageHead title={t('shell.sync')} aside={counts.length === 0 ? undefined : counts.join(' · ')} />
      <div className={classes['page']}>
        <SyncState />
        <Elsewhere {...elsewhere} />
        <NeedsAttention groups={refusals} />
        {groups.length > 0 || refusals.length > 0 || isComing ? null : (
          <Nothing isAll={elsewhere.clashes + elsewhere.pairs === 0} />
        )}
        {groups.length === 0 ? null : (
          <SyncSection title={t('sync.conflicts')} lead={t('sync.lead')}>
            {groups.map((group) => (
              <Group key={group.id} group={group} authors={authors} isSought={sought !== null && group.id === sought} />
            ))}
          </SyncSection>
        )}
        <Laptops />
      </div>
    </>
  );
}

function stampsOf(question: Question): readonly string[] {
  if (question.kind === 'status') return [];
  const { standing, others } = question.conflict;
  return [standing, ...others].map(({ stamp }) => stamp);
}

/** Nothing to decide: anywhere, or on this page. What others have not sent yet nobody knows. */
function Nothing({ isAll }: { readonly isAll: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconGitMerge} title={t('sync.emptyTitle')}>
      {t(isAll ? 'sync.emptyText' : 'sync.elsewhereText')}
    </EmptyState>
  );
}

/** What has a page of its own. */
function Elsewhere({ clashes, pairs }: { readonly clashes: number; readonly pairs: number }) {
  const { t } = useTranslation();
  if (clashes + pairs === 0) return null;
  return (
    <p className={classes['elsewhere']}>
      {clashes === 0 ? null : (
        <TextLink to="/calendar/conflicts">
          <IconCalendarExclamation {...icon} />
          {t('sync.inCalendar', { count: clashes })}
        </TextLink>
      )}
      {pairs === 0 ? null : (
        <TextLink to="/duplicates">
          <IconAddressBook {...icon} />
          {t('sync.duplicates', { count: pairs })}
        </TextLink>
      )}
    </p>
  );
}

const TABLE_WORDS: Readonly<Record<string, MessageKey>> = {
  organisation: 'settings.organisation',
  recruiter: 'settings.recruiters',
  fair: 'shell.fairs',
  vacancy: 'shell.vacancyList',
  contractTemplate: 'shell.templates',
  contractTag: 'settings.ownTags',
  mailTemplate: 'shell.templates',
  savedSearch: 'search.saved',
  appointment: 'shell.calendar',
};

interface GroupProps {
  readonly group: ConflictGroup;
  readonly authors: ReadonlyMap<string, ChangeAuthor | null>;
  /** Comes into sight, and has the focus. */
  readonly isSought: boolean;
}

function Group({ group, authors, isSought }: GroupProps) {
  const { t } = useTranslation();
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isSought) article.current?.focus();
  }, [isSought]);
  const { person, name, table, questions } = group;
  const place = TABLE_WORDS[table];
  const shown = name === '' && place !== undefined ? t(place) : name;
  return (
    <article ref={article} className={classes['group']} tabIndex={isSought ? -1 : undefined} aria-label={shown}>
      <h3>
        {person === null ? (
          <bdi>{shown}</bdi>
        ) : (
          <TextLink to="/people/$personId" params={{ personId: person }}>
            <bdi>{shown}</bdi>
          </TextLink>
        )}
        {person !== null || name === '' || place === undefined ? null : <small>{t(place)}</small>}
      </h3>
      <ul>
        {questions.map((question) =>
          question.kind === 'field' ? (
            <FieldQuestionRow key={question.id} question={question} name={shown} authors={authors} />
          ) : (
            <StatusQuestionRow key={question.id} question={question} name={shown} />
          ),
        )}
      </ul>
    </article>
  );
}
