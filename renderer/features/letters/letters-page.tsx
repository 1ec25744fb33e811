import { IconMailbox } from '@tabler/icons-react';
import { useMemo, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ButtonLink, TextLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import { Segmented } from '../../ui/segmented.js';
import { LetterDetail } from './letter-detail.js';
import { changeLetterList, LETTERS_START } from './letter-list-state.js';
import { LETTER_LISTS, lettersIn } from './letter-rows.js';
import { LettersBar } from './letters-bar.js';
import { focusLetters, LettersList } from './letters-list.js';
import classes from '../../ui/split-list.module.css';
import { useLetterShortcuts } from './use-letter-shortcuts.js';

const LIST_WORDS = { waiting: 'letters.showWaiting', done: 'letters.showDone' } as const;

/** *Letters* (R44, C16): what waits for printer and post, and what somebody said became of it. */
export function LettersPage() {
  const { t } = useTranslation();
  const [state, dispatch] = useReducer(changeLetterList, LETTERS_START);
  const { list, ticked, cursor, opened } = state;
  const select = useMemo(() => (roster: Roster) => lettersIn(roster, list), [list]);
  const rows = useRoster(select);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const chosen = rows.filter(({ id }) => ticked.has(id));
  const open = opened ? rows.find(({ id }) => id === cursor) : undefined;
  useLetterShortcuts({ ids, cursor, hasTicked: chosen.length > 0, isOpen: open !== undefined, dispatch });
  return (
    <>
      <PageHead title={t('letters.title')} crumb={<TextLink to="/outbox">{t('shell.outbox')}</TextLink>}>
        <Segmented
          label={t('letters.show')}
          hideLabel
          value={list}
          options={LETTER_LISTS.map((value) => ({ value, label: t(LIST_WORDS[value]) }))}
          onChange={(value) => {
            dispatch({ type: 'list', list: value });
          }}
        />
      </PageHead>
      {rows.length === 0 ? (
        <EmptyState
          icon={IconMailbox}
          title={t(list === 'waiting' ? 'letters.emptyTitle' : 'letters.noneDone')}
          action={<ButtonLink to="/vacancies">{t('shell.vacancyList')}</ButtonLink>}
        >
          {t(list === 'waiting' ? 'letters.emptyText' : 'letters.noneDoneText')}
        </EmptyState>
      ) : (
        <div className={classes['split']}>
          <LettersList rows={rows} ids={ids} state={state} dispatch={dispatch} />
          {open === undefined ? null : (
            <LetterDetail
              key={open.id}
              row={open}
              onClose={() => {
                dispatch({ type: 'close' });
                focusLetters();
              }}
            />
          )}
        </div>
      )}
      {chosen.length === 0 ? null : <LettersBar chosen={chosen} ids={ids} dispatch={dispatch} />}
    </>
  );
}
