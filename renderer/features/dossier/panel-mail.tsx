import { Anchor } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewerName } from '../../../shared/domain/panel-rating.js';
import type { Reviewer } from '../../../shared/records/panel-review.js';
import type { PanelReviewId } from '../../../shared/records/primitives.js';
import type { MessageRow, Roster } from '../../data/roster/rows.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { MessageDialog } from './message-dialog.js';
import classes from './panel-tab.module.css';

/** The mails that brought a request, by the address they go to in lower case. */
export function usePanelMails(reviewId: PanelReviewId): ReadonlyMap<string, MessageRow> {
  const select = useCallback(
    (roster: Roster) =>
      new Map(
        roster.messagesOf(null).flatMap((row) => {
          return row.panelReviewId === reviewId ? [[row.toAddress.toLowerCase(), row] as const] : [];
        }),
      ),
    [reviewId],
  );
  return useRoster(select);
}

/** G-5: the copies of a request's mails, each one click away. */
export function PanelMails({ reviewId }: { readonly reviewId: PanelReviewId }) {
  const mails = usePanelMails(reviewId);
  const find = useCallback((roster: Roster) => roster.panelReviews.get(reviewId)?.reviewers ?? [], [reviewId]);
  const reviewers = useRoster(find);
  return (
    <span className={classes['mails']}>
      {reviewers.map((reviewer) => {
        const mail = mails.get(reviewer.address.toLowerCase());
        return mail === undefined ? null : <ShowMail key={reviewer.id} reviewer={reviewer} mail={mail} named />;
      })}
    </span>
  );
}

interface ShowMailProps {
  readonly reviewer: Reviewer;
  readonly mail: MessageRow;
  /** Where nothing else there says whose mail it is. */
  readonly named?: boolean;
}

/** Opens the mail exactly as it goes or went. */
export function ShowMail({ reviewer, mail, named = false }: ShowMailProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const name = reviewerName(reviewer);
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="xs"
        aria-label={t('panel.showMailTo', { name })}
        onClick={() => {
          setOpened(true);
        }}
      >
        {named ? t('panel.showMailTo', { name }) : t('panel.showMail')}
      </Anchor>
      {opened ? (
        <LoadedMail
          mail={mail}
          onClose={() => {
            setOpened(false);
          }}
        />
      ) : null}
    </>
  );
}

function LoadedMail({ mail, onClose }: { readonly mail: MessageRow; readonly onClose: () => void }) {
  const session = useSession();
  // Another row of the same message means that something happened to it.
  const loaded = useLoaded(useCallback(() => session.message(mail.id), [session, mail]));
  if (loaded.status === 'loading' || loaded.value === null) return null;
  return <MessageDialog message={loaded.value} onClose={onClose} />;
}
