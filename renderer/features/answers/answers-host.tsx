import { closeAnswers, useAnswersRequest } from '../../state/answers-request.js';
import { AnswersDialog } from './answers-dialog.js';

/** Reads answers wherever that is asked for. */
export function AnswersHost() {
  const { open, files } = useAnswersRequest();
  return open ? <AnswersDialog files={files} onClose={closeAnswers} /> : null;
}
