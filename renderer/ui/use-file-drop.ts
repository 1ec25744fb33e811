import { useEffect, useRef, useState, type RefObject } from 'react';

interface FileDrop {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Something is being dragged over it. */
  readonly over: boolean;
}

/** Lets a part of the page take dropped files. A mouse's way only: what it does, a button beside it does as well. */
export function useFileDrop(onFiles: (files: FileList) => void): FileDrop {
  const ref = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const zone = ref.current;
    if (zone === null) return undefined;
    const onDragOver = (event: DragEvent): void => {
      event.preventDefault(); // else the browser would open the file
      setOver(true);
    };
    const onDragLeave = (): void => {
      setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer !== null) latest.current(event.dataTransfer.files);
    };
    zone.addEventListener('dragover', onDragOver);
    zone.addEventListener('dragleave', onDragLeave);
    zone.addEventListener('drop', onDrop);
    return () => {
      zone.removeEventListener('dragover', onDragOver);
      zone.removeEventListener('dragleave', onDragLeave);
      zone.removeEventListener('drop', onDrop);
    };
  }, []);
  return { ref, over };
}
