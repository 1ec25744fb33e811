import { ActionIcon } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { icon } from '../icon-props.js';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

interface PdfZoomProps {
  /** 1 fits the width. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}

/** Brings paper nearer, and farther away. */
export function PdfZoom({ zoom, onZoom }: PdfZoomProps) {
  const { t } = useTranslation();
  const smaller = ZOOMS.findLast((step) => step < zoom);
  const larger = ZOOMS.find((step) => step > zoom);
  return (
    <>
      <ActionIcon
        aria-label={t('dossier.zoomOut')}
        title={t('dossier.zoomOut')}
        disabled={smaller === undefined}
        onClick={() => {
          onZoom(smaller ?? zoom);
        }}
      >
        <IconZoomOut {...icon} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('dossier.zoomIn')}
        title={t('dossier.zoomIn')}
        disabled={larger === undefined}
        onClick={() => {
          onZoom(larger ?? zoom);
        }}
      >
        <IconZoomIn {...icon} />
      </ActionIcon>
    </>
  );
}
