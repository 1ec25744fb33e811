import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelRating, PanelRatingRefusal } from '../../../shared/domain/panel-rating.js';
import { TextSchema } from '../../../shared/records/primitives.js';
import type { PanelScore } from '../../../shared/records/panel-review.js';
import type { StoredReview } from '../../data/roster/rows.js';
import { Dialog } from '../../ui/dialog.js';
import { FieldError } from '../../ui/field-error.js';
import { Segmented } from '../../ui/segmented.js';
import classes from './panel-tab.module.css';
import { PANEL_REFUSALS } from './use-panel-score.js';

const STARS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const NONE = 'none';

interface PanelScoreDialogProps {
  /** Whose review it is. */
  readonly name: string;
  readonly review: Pick<StoredReview, 'noRating' | 'noComments'>;
  /** What stands so far. */
  readonly rating: PanelRating | null;
  readonly onSave: (score: PanelScore) => Promise<PanelRatingRefusal | 'not-saved' | null>;
  readonly onClose: () => void;
}

/** C18: what a reviewer says at the stand or on the phone; the two boxes of the request hold here too. */
export function PanelScoreDialog({ name, review, rating, onSave, onClose }: PanelScoreDialogProps) {
  const { t } = useTranslation();
  const { noRating, noComments } = review;
  const [value, setValue] = useState<PanelScore['value']>(rating?.value ?? null);
  const [comment, setComment] = useState(rating?.comment ?? '');
  const [refusal, setRefusal] = useState<PanelRatingRefusal | null>(null);
  const save = async (): Promise<void> => {
    const answer = await onSave({ value, comment });
    if (answer === null) onClose();
    else if (answer !== 'not-saved') setRefusal(answer);
  };
  return (
    <Dialog opened onClose={onClose} title={t(rating === null ? 'panel.enterFor' : 'panel.editFor', { name })}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t(noRating && noComments ? 'panel.onlyCompleted' : 'panel.dialogHint')}</p>
        {noRating ? null : (
          <Segmented
            label={t('panel.rating')}
            size="large"
            value={value === null ? NONE : (STARS[value - 1] ?? NONE)}
            options={[
              { value: NONE, label: t('panel.noStars') },
              ...STARS.map((stars) => ({ value: stars, label: stars })),
            ]}
            onChange={(chosen) => {
              setValue(chosen === NONE ? null : Number(chosen));
              setRefusal(null);
            }}
          />
        )}
        {noComments ? null : (
          <Textarea
            label={t('panel.comment')}
            maxLength={TextSchema.maxLength ?? undefined}
            minRows={3}
            maxRows={10}
            autosize
            value={comment}
            onChange={({ currentTarget }) => {
              setComment(currentTarget.value);
              setRefusal(null);
            }}
          />
        )}
        {refusal === null ? null : <FieldError>{t(PANEL_REFUSALS[refusal])}</FieldError>}
        <div>
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="filled">
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
