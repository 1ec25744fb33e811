import { Anchor } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MINUTE, type Instant } from '../../../shared/lib/time.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { requestAnswers } from '../../state/answers-request.js';
import { showAnswer } from '../../state/calendar-view.js';
import { SideList } from './side-list.js';

/** How many have not answered yet (R85), and the way to read what came. */
export function AwaitedAnswers({ now, date }: { readonly now: Instant; readonly date: string }) {
  const { t } = useTranslation();
  const minute = now - (now % MINUTE);
  const select = useMemo(() => (roster: Roster) => countAwaited(roster, minute), [minute]);
  const count = useRoster(select);
  return (
    <SideList
      title={t('answers.heading')}
      link={
        <Anchor
          component="button"
          type="button"
          onClick={() => {
            requestAnswers();
          }}
        >
          {t('answers.action')}
        </Anchor>
      }
      empty={t('answers.noneAwaited')}
      items={[
        {
          icon: IconHourglass,
          word: t('common.answerAwaiting'),
          count,
          link: { to: '/calendar' },
          onFollow: () => {
            showAnswer('awaiting', date);
          },
        },
      ]}
    />
  );
}

function countAwaited({ interviews }: Roster, now: Instant): number {
  const awaited = [...interviews.values()].filter(
    ({ accTime, cancelled, startsAt }) => accTime === 'awaiting' && !cancelled && startsAt > now,
  );
  return awaited.length;
}
