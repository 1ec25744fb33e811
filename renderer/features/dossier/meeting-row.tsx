import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accTime, isCancelled } from '../../../shared/domain/interview-answers.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { InterviewIdSchema } from '../../../shared/records/primitives.js';
import { useSaveMeetingFile } from '../../data/use-save-meeting-file.js';
import { showToast } from '../../state/ui-store.js';
import { AnswerLabel } from '../../ui/answer-label.js';
import { DataList } from '../../ui/data-list.js';
import { useFormats } from '../../ui/formats.js';
import { INTERVIEW_WORDS } from '../../ui/interview-words.js';
import classes from './meeting-dialog.module.css';
import { MeetingDialog } from './meeting-dialog.js';
import type { Shown } from './shown.js';

/** The newest interview of the application with its answer, the same value as in the calendar (R91), and the way to change it. */
export function MeetingRow({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const save = useSaveMeetingFile();
  const [editing, setEditing] = useState(false);
  const interview = shown.dossier.interviews.find(
    ({ fields, events }) => fields.applicationId === shown.applicationId && !isCancelled(events),
  );
  if (interview === undefined) {
    return <DataList rows={[{ term: t('dossier.meeting'), value: t('dossier.notApplicable') }]} />;
  }
  const { fields, events } = interview;
  const answer = accTime(fields, events);
  const saveFile = async (): Promise<void> => {
    const saved = await save(InterviewIdSchema.parse(interview.id), t(INTERVIEW_WORDS[fields.type]));
    if (!saved.ok) showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
  return (
    <>
      <DataList
        rows={[
          { term: t(INTERVIEW_WORDS[fields.type]), value: formats.dateTime(fields.startsAt) },
          ...(fields.place === '' ? [] : [{ term: t('interview.place'), value: fields.place }]),
          {
            term: t('dossier.meeting'),
            value: answer === null ? t('interview.noInvitation') : <AnswerLabel answer={answer} />,
          },
        ]}
      />
      <Anchor
        component="button"
        type="button"
        className={classes['edit'] ?? ''}
        onClick={() => {
          setEditing(true);
        }}
      >
        {t('interview.edit')}
      </Anchor>
      <Anchor component="button" type="button" className={classes['edit'] ?? ''} onClick={() => void saveFile()}>
        {t('interview.saveFile')}
      </Anchor>
      {editing ? (
        <MeetingDialog
          shown={shown}
          interview={interview}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : null}
    </>
  );
}
