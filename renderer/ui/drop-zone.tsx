import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './drop-zone.module.css';
import { largeIcon } from './icon-props.js';
import { useFileDrop } from './use-file-drop.js';

interface DropZoneProps {
  readonly title: string;
  readonly hint: ReactNode;
  /** As the `accept` of a file input. What is inside is judged by the host. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  /** All files that are dropped or chosen at once, each by itself. */
  readonly several?: boolean;
  readonly disabled?: boolean;
  /** `large` for work standing up: 44 px to hit. */
  readonly size?: 'normal' | 'large';
  /** Further ways in, beside *Choose a file*. */
  readonly children?: ReactNode;
}

/** A file by drop or by picker. The button does everything the drop does, for the keyboard. */
export function DropZone(props: DropZoneProps) {
  const { title, hint, accept, onFile, several = false, disabled = false, size = 'normal', children } = props;
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    if (disabled) return;
    for (const file of [...(files ?? [])].slice(0, several ? undefined : 1)) onFile(file);
  };
  const { ref, over } = useFileDrop(take);
  return (
    <div ref={ref} className={classes['zone']} data-over={over || undefined}>
      <IconFileUpload {...largeIcon} />
      <p className={classes['title']}>{title}</p>
      <p className={classes['hint']}>{hint}</p>
      <div className={classes['ways']} data-size={size}>
        {children}
        <Button disabled={disabled} onClick={() => picker.current?.click()}>
          {t('common.fileChoose')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept={accept}
          multiple={several}
          hidden
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = ''; // so that the same file can be chosen again
          }}
        />
      </div>
    </div>
  );
}
