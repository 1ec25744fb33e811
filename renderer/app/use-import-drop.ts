import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useHasRight } from '../data/use-rights.js';
import { mayBeAnswer, requestAnswers } from '../state/answers-request.js';
import { isPeopleList, requestImport } from '../state/import-request.js';

/**
 * A list of people that is dropped anywhere goes to *Import*, answers to *Read answers*. What takes files itself (`DropZone`)
 * is asked first.
 */
export function useImportDrop(): void {
  const navigate = useNavigate();
  const mayAdd = useHasRight('add-candidates');
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault(); // else the browser would open the file
    };
    const onDrop = (event: DragEvent): void => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      const answers = files.filter(({ name }) => mayBeAnswer(name));
      if (answers.length > 0) {
        requestAnswers(answers);
        return;
      }
      const file = files.find(({ name }) => isPeopleList(name));
      if (file === undefined || !mayAdd) return;
      requestImport(file);
      void navigate({ to: '/import' });
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [navigate, mayAdd]);
}
