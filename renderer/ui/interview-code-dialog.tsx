import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { interviewCode, type EventSaid } from '../../shared/domain/interview-code.js';
import type { Instant } from '../../shared/lib/time.js';
import { Dialog } from './dialog.js';
import { useFormats } from './formats.js';
import classes from './interview-code-dialog.module.css';
import { qrPath } from './qr-path.js';

interface InterviewCodeDialogProps {
  /** Of each person in the meeting one of their own. */
  readonly people: readonly { readonly name: string; readonly event: EventSaid }[];
  readonly now: Instant;
  readonly onClose: () => void;
}

/** An interview for the candidate's phone: it reads the code, without any network, and puts the interview in its calendar. */
export function InterviewCodeDialog({ people, now, onClose }: InterviewCodeDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('0');
  const person = people[Number(chosen)];
  return (
    <Dialog opened onClose={onClose} title={t('answers.codeTitle')}>
      <div className={classes['sheet']}>
        {people.length < 2 ? null : (
          <Select
            className={classes['choice'] ?? ''}
            label={t('answers.codeFor')}
            data={people.map(({ name }, at) => ({ value: at.toString(), label: name }))}
            value={chosen}
            allowDeselect={false}
            onChange={(value) => {
              setChosen(value ?? '0');
            }}
          />
        )}
        {person === undefined ? null : <Code {...person} now={now} />}
        <div className={classes['actions']}>
          <Button
            onClick={() => {
              window.print();
            }}
          >
            {t('answers.codePrint')}
          </Button>
          <Button variant="filled" onClick={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface CodeProps {
  readonly name: string;
  readonly event: EventSaid;
  readonly now: Instant;
}

function Code({ name, event, now }: CodeProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { size, path } = useMemo(() => qrPath(interviewCode(event, now)), [event, now]);
  return (
    <>
      <svg
        className={classes['code']}
        viewBox={`0 0 ${size.toString()} ${size.toString()}`}
        role="img"
        aria-label={t('answers.codeOf', { name })}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p className={classes['what']}>
        <b>{name}</b>
        <span>{event.summary}</span>
        <span>{[formats.dateTimeFrom(0, event.startsAt), event.place].filter((part) => part !== '').join(' · ')}</span>
      </p>
      <p className={classes['hint']}>{t('answers.codeHint')}</p>
    </>
  );
}
