import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from './use-focus-back.js';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Something lies over it, and Esc is its own way back. */
  readonly keepsEscape?: boolean;
  readonly title: string;
  readonly size?: ModalProps['size'];
  /** Where the words are not in the screen's language. */
  readonly lang?: string;
  readonly children: ReactNode;
}

/** A small dialog: a question, a list to choose from. The large one with steps is `DialogFrame`. */
export function Dialog(props: DialogProps) {
  const { opened, onClose, keepsEscape = false, title, size = 520, lang, children } = props;
  const { t } = useTranslation();
  useFocusBack(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnEscape={!keepsEscape}
      title={title}
      size={size}
      lang={lang}
      attributes={{ header: { role: 'none' } }} // it is no banner of the page
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {children}
    </Modal>
  );
}
