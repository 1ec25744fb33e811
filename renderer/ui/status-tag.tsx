import {
  IconArrowForwardUp,
  IconArrowRightTail,
  IconAward,
  IconBookmark,
  IconCalendarEvent,
  IconCircleDashed,
  IconDoorExit,
  IconHistory,
  IconTrash,
  IconUserCheck,
  IconUserX,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { Standing } from '../../shared/domain/application-status.js';
import type { ApplicationStatus, RejectionStage } from '../../shared/records/application.js';
import hues from './hues.module.css';
import { tagIcon } from './icon-props.js';
import { STAGE_WORDS } from './stage-words.js';
import classes from './status-tag.module.css';

const STONE = `${hues['stone']} ${classes['stone']}`;

/** Word, icon and quiet tint of each status (T2), the same everywhere. */
export const STATUS_LOOKS = {
  new: { word: 'common.statusNew', icon: IconCircleDashed, hue: STONE },
  invited: { word: 'common.statusInvited', icon: IconCalendarEvent, hue: hues['teal'] },
  offered: { word: 'common.statusOffered', icon: IconAward, hue: hues['plum'] },
  transferred: { word: 'common.statusTransferred', icon: IconArrowForwardUp, hue: hues['slate'] },
  restored: { word: 'common.statusRestored', icon: IconHistory, hue: hues['slate'] },
  saved: { word: 'common.statusSaved', icon: IconBookmark, hue: hues['ochre'] },
  rejected: { word: 'common.statusRejected', icon: IconUserX, hue: hues['brick'] },
  withdrawn: { word: 'common.statusWithdrawn', icon: IconDoorExit, hue: STONE },
  hired: { word: 'common.statusHired', icon: IconUserCheck, hue: hues['moss'] },
  deleted: { word: 'common.statusDeleted', icon: IconTrash, hue: STONE },
  moved: { word: 'common.statusMoved', icon: IconArrowRightTail, hue: STONE },
} as const satisfies Record<ApplicationStatus, { word: MessageKey; icon: Icon; hue: string | undefined }>;

interface StatusTagProps {
  readonly status: ApplicationStatus;
  /** T2: of an invited one to which interview, of a rejected one at which stage (R57); null where it is not known. */
  readonly stage?: RejectionStage | null;
  /** G-8: the own step that was taken in it, by its name. */
  readonly step?: string | null;
}

/** Vacancy status of an application, with its stage where it has one: never colour alone, never cut. */
export function StatusTag({ status, stage = null, step = null }: StatusTagProps) {
  const { t } = useTranslation();
  const { word, icon: Glyph, hue } = STATUS_LOOKS[status];
  return (
    <span className={`${classes['tag']} ${hue}`}>
      <span className={classes['inside']}>
        <Glyph {...tagIcon} />
        <span className={classes['words']}>
          <span className={classes['word']}>{t(word)}</span>
          {stage === null ? null : (
            <>
              {' '}
              <span className={classes['stage']}>{t(STAGE_WORDS[stage])}</span>
            </>
          )}
          {step === null ? null : (
            <>
              {' '}
              <span className={`${classes['stage']} ${classes['step']}`} title={step}>
                {step}
              </span>
            </>
          )}
        </span>
      </span>
    </span>
  );
}

/** What stands beside a status. */
export function stageOf({
  interviewType,
  rejectionStage,
}: Pick<Standing, 'interviewType' | 'rejectionStage'>): RejectionStage | null {
  return interviewType ?? rejectionStage;
}
