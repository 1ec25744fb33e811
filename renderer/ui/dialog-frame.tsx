import { Modal } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog-frame.module.css';
import { icon } from './icon-props.js';
import { useFocusBack } from './use-focus-back.js';

const DIALOG_STEPS = ['details', 'plan', 'done'] as const;
export type DialogStep = (typeof DIALOG_STEPS)[number] | 'mail' | 'letter';

const WORDS = {
  details: 'common.stepDetails',
  mail: 'common.stepMail',
  letter: 'common.stepLetter',
  plan: 'common.stepPlan',
  done: 'common.stepDone',
} as const satisfies Record<DialogStep, string>;

/** What is said while a dialog is open stands there. */
const BELOW_TITLE_BAR = { paddingBlock: '50px 10px' };

interface DialogFrameProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Something lies over the step, and Esc is its own way back. */
  readonly keepsEscape?: boolean;
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Those of this action, in their order; without a mail of its own there are three. */
  readonly steps?: readonly DialogStep[];
  readonly step: DialogStep;
  readonly children: ReactNode;
  /** Left in the foot: what happens next, and the way back from it. */
  readonly note?: ReactNode;
  /** Right in the foot: Back, a test, the primary button last. */
  readonly actions?: ReactNode;
}

/** The one frame of all fourteen actions: Details, where it writes a mail Email, or Letter, Check the plan, Done. */
export function DialogFrame(props: DialogFrameProps) {
  const { t } = useTranslation();
  const {
    opened,
    onClose,
    keepsEscape = false,
    title,
    subtitle,
    steps = DIALOG_STEPS,
    step,
    children,
    note,
    actions,
  } = props;
  useFocusBack(opened);
  return (
    <Modal.Root opened={opened} onClose={onClose} closeOnEscape={!keepsEscape} size={1128} padding={0} centered>
      <Modal.Overlay />
      <Modal.Content classNames={{ content: classes['content'] }} styles={{ inner: BELOW_TITLE_BAR }}>
        <Modal.Header classNames={{ header: classes['head'] }} role="none">
          <div className={classes['words']}>
            <Modal.Title>{title}</Modal.Title>
            {subtitle === undefined ? null : <p>{subtitle}</p>}
          </div>
          <Steps steps={steps} current={step} />
          <Modal.CloseButton aria-label={t('common.close')} />
        </Modal.Header>
        <Modal.Body classNames={{ body: classes['body'] }}>{children}</Modal.Body>
        {note === undefined && actions === undefined ? null : (
          <div className={classes['foot']}>
            <div className={classes['note']}>{note}</div>
            <div className={classes['actions']}>{actions}</div>
          </div>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

function Steps({ steps, current }: { readonly steps: readonly DialogStep[]; readonly current: DialogStep }) {
  const { t } = useTranslation();
  const at = steps.indexOf(current);
  return (
    <ol className={classes['steps']} aria-label={t('common.steps')}>
      {steps.map((step, index) => (
        <li key={step} data-active={index === at || undefined} aria-current={index === at ? 'step' : undefined}>
          {index < at ? <IconCheck {...icon} /> : null}
          {t(WORDS[step])}
        </li>
      ))}
    </ol>
  );
}
