import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useHasRight } from '../data/use-rights.js';
import { isPeopleList, requestImport } from '../state/import-request.js';

/** A list of people that is dropped anywhere goes to *Import*. What takes files itself (`DropZone`) is asked first. */
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
      const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => isPeopleList(name));
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
