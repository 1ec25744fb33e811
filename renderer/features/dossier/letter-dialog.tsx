import { useTranslation } from 'react-i18next';
import { foldLetter } from '../../../shared/domain/letter-state.js';
import { LetterIdSchema } from '../../../shared/records/primitives.js';
import { useShowLetter } from '../../data/use-show-letter.js';
import { requestLetters } from '../../state/letter-request.js';
import { DataList } from '../../ui/data-list.js';
import { Dialog } from '../../ui/dialog.js';
import { LetterCommands } from '../../ui/letter-commands.js';
import { LetterPaper } from '../../ui/letter-paper.js';
import { LetterStateLabel } from '../../ui/letter-state-label.js';
import classes from './message-dialog.module.css';
import type { StoredLetter } from './shown.js';

interface LetterDialogProps {
  readonly letter: StoredLetter;
  readonly onClose: () => void;
}

/** One letter: its pages as they are printed, where it stands, and what somebody can say became of it (R44). */
export function LetterDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation();
  const show = useShowLetter();
  const { document, writtenAt } = letter.fields;
  const { recipient, subject } = document;
  const { state } = foldLetter(writtenAt, letter.events);
  return (
    <Dialog opened onClose={onClose} title={subject} size={760}>
      <DataList
        rows={[
          { term: t('dossier.recipient'), value: recipient.name },
          {
            term: t('letters.address'),
            value: recipient.address.length === 0 ? t('letters.noAddress') : recipient.address.join(', '),
          },
          { term: t('dossier.messageState'), value: <LetterStateLabel state={state} /> },
        ]}
      />
      <div className={classes['commands']}>
        <LetterCommands
          letters={[{ id: LetterIdSchema.parse(letter.id), state }]}
          onAct={(act, ids) => {
            if (act === 'print') onClose(); // its dialog takes the place of this one
            requestLetters(act, ids);
          }}
        />
      </div>
      <div className={classes['paper']}>
        <LetterPaper letter={document} show={show} />
      </div>
    </Dialog>
  );
}
