import { Button } from '@mantine/core';
import { IconCheck, IconClock } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewerName, type PanelRating } from '../../../shared/domain/panel-rating.js';
import type { Reviewer } from '../../../shared/records/panel-review.js';
import { ApplicationIdSchema, type PersonId } from '../../../shared/records/primitives.js';
import type { MessageRow, Roster, StoredReview } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { MessageStateLabel } from '../../ui/message-state-label.js';
import { RatingMeter } from '../../ui/rating-meter.js';
import { reasonWords } from '../../ui/reason-words.js';
import { ShowMail, usePanelMails } from './panel-mail.js';
import { PanelScoreDialog } from './panel-score-dialog.js';
import classes from './panel-tab.module.css';
import { usePanelScore } from './use-panel-score.js';

interface PanelReviewerLineProps {
  readonly reviewer: Reviewer;
  readonly review: StoredReview;
  readonly applicationId: string;
  readonly personId: PersonId;
  /** What stands of this reviewer; null while it is awaited. */
  readonly rating: PanelRating | null;
}

/** One reviewer: completed or pending, what was given and said, who entered it, and where the mail stands. */
export function PanelReviewerLine({ reviewer, review, applicationId, personId, rating }: PanelReviewerLineProps) {
  const { t } = useTranslation();
  const [entering, setEntering] = useState(false);
  const rated = {
    reviewId: review.id,
    review,
    reviewerId: reviewer.id,
    applicationId: ApplicationIdSchema.parse(applicationId),
    personId,
  };
  const { save, takeBack } = usePanelScore(rated);
  const mail = usePanelMails(review.id).get(reviewer.address.toLowerCase()) ?? null;
  const name = reviewerName(reviewer);
  const outside = reviewer.recruiterId === null ? [t('panel.external')] : [];
  const Glyph = rating === null ? IconClock : IconCheck;
  return (
    <li>
      <div className={classes['reviewer']}>
        <b>{name}</b>
        <small>{[...(reviewer.name === '' ? [] : [reviewer.address]), ...outside].join(' · ')}</small>
      </div>
      <span className={classes['completed']} data-completed={rating !== null || undefined}>
        <Glyph {...tagIcon} />
        {t(rating === null ? 'panel.pending' : 'panel.yes')}
      </span>
      <div className={classes['score']}>{review.noRating ? null : <RatingMeter value={rating?.value ?? null} />}</div>
      <div className={classes['commands']}>
        <Button
          size="xs"
          aria-label={t(rating === null ? 'panel.enterFor' : 'panel.editFor', { name })}
          onClick={() => {
            setEntering(true);
          }}
        >
          {t(rating === null ? 'panel.enter' : 'panel.edit')}
        </Button>
        {rating === null ? null : (
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('panel.takeBackFor', { name })}
            onClick={() => void takeBack()}
          >
            {t('panel.takeBack')}
          </Button>
        )}
      </div>
      {rating === null ? null : <Said rating={rating} />}
      {mail === null ? null : <Mail reviewer={reviewer} mail={mail} />}
      {entering ? (
        <PanelScoreDialog
          name={name}
          review={review}
          rating={rating}
          onSave={save}
          onClose={() => {
            setEntering(false);
          }}
        />
      ) : null}
    </li>
  );
}

function Said({ rating: { comment, by, at } }: { readonly rating: PanelRating }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const find = useCallback(({ recruiters }: Roster) => (by === null ? null : (recruiters.get(by)?.name ?? null)), [by]);
  const name = useRoster(find);
  const when = formats.dateTime(at);
  return (
    <div className={classes['said']}>
      {comment === '' ? null : <p>{comment}</p>}
      <small>{name === null ? t('panel.answeredAt', { when }) : t('panel.enteredBy', { name, when })}</small>
    </div>
  );
}

/** C18: where the mail stands, and why. */
function Mail({ reviewer, mail }: { readonly reviewer: Reviewer; readonly mail: MessageRow }) {
  const { t } = useTranslation();
  return (
    <div className={classes['mail']}>
      <MessageStateLabel state={mail.state} />
      {mail.reason === null ? null : <span>{reasonWords(t, mail.reason)}</span>}
      <ShowMail reviewer={reviewer} mail={mail} />
    </div>
  );
}
