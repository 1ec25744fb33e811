import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplicantsToChoose } from '../../data/use-applicants-to-choose.js';
import { useHasRight } from '../../data/use-rights.js';
import { requestProgress } from '../../state/progress-request.js';
import { holdForWalkIn, type ChosenSlot } from '../../state/slot-request.js';
import { ApplicantField } from '../../ui/applicant-field.js';
import { Dialog } from '../../ui/dialog.js';
import { icon } from '../../ui/icon-props.js';
import classes from './slots.module.css';

/** A free slot, or a group with places left, as it is told and as the invitation asks for it. */
export interface Bookable {
  readonly title: string;
  readonly times: string;
  /** Whose it is, or how many places are left. */
  readonly of: string;
  readonly slot: ChosenSlot;
}

interface BookSlotDialogProps {
  readonly bookable: Bookable;
  readonly onClose: () => void;
}

/** Whom a slot is for: an applicant, found by name, goes on to the invitation; a walk-in is captured first. */
export function BookSlotDialog({ bookable: { title, times, of, slot }, onClose }: BookSlotDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayAdd = useHasRight('add-candidates');
  const [typed, setTyped] = useState('');
  const found = useApplicantsToChoose(typed);
  return (
    <Dialog opened onClose={onClose} title={title}>
      <div className={classes['book']}>
        <p>
          <b>{times}</b> {of}
        </p>
        <ApplicantField
          label={t('slots.applicant')}
          found={found}
          typed={typed}
          onTyped={setTyped}
          first
          onChoose={(application) => {
            onClose();
            requestProgress('invite-to-interview', [application], slot);
          }}
        />
        {mayAdd ? (
          <div className={classes['walkIn']}>
            <p>{t('slots.walkInText')}</p>
            <Button
              leftSection={<IconUserPlus {...icon} />}
              onClick={() => {
                onClose();
                holdForWalkIn(slot);
                void navigate({ to: '/capture' });
              }}
            >
              {t('slots.walkIn')}
            </Button>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}
