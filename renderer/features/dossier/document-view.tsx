import { ActionIcon, Modal } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconDownload,
  IconFileText,
  IconPhoto,
  IconFileTypePdf,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaType } from '../../../shared/records/document.js';
import { useFilePlace } from '../../data/use-file-place.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { RowSkeleton } from '../../ui/row-skeleton.js';
import { AbsentDocument } from './absent-document.js';
import { DocumentPaper } from './document-paper.js';
import classes from './document-view.module.css';
import type { PdfPosition } from '../../ui/pdf/pdf-view.js';
import { PdfZoom } from '../../ui/pdf/pdf-zoom.js';
import type { StoredDocument } from './shown.js';

const ICONS = {
  'application/pdf': IconFileTypePdf,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': IconFileText,
  'image/jpeg': IconPhoto,
  'image/png': IconPhoto,
} as const satisfies Record<MediaType, unknown>;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A document in the page, with what one does to paper: bring it nearer, take it along, lay it flat. */
export function DocumentView({ document }: { readonly document: StoredDocument }) {
  const [wide, setWide] = useState(false);
  const toggle = (): void => {
    setWide((before) => !before);
  };
  if (!wide) return <Sheet document={document} wide={false} onWide={toggle} />;
  return (
    <Modal
      opened
      onClose={toggle}
      fullScreen
      withCloseButton={false}
      padding={0}
      attributes={{ content: { 'aria-label': document.fields.name } }}
      classNames={{ content: classes['wide'] ?? '', body: classes['wideBody'] ?? '' }}
    >
      <Sheet document={document} wide onWide={toggle} />
    </Modal>
  );
}

interface SheetProps {
  readonly document: StoredDocument;
  /** Over the whole window. */
  readonly wide: boolean;
  readonly onWide: () => void;
}

function Sheet({ document, wide, onWide }: SheetProps) {
  const [zoom, setZoom] = useState<number>(1);
  const [position, setPosition] = useState<PdfPosition | null>(null);
  const where = useFilePlace(document.fields.fileId);
  const { place } = where;
  const zoomable = place === 'here' && document.fields.mediaType !== WORD;
  return (
    <div className={classes['sheet']}>
      <Toolbar
        document={document}
        position={position}
        isHere={place === 'here'}
        zoom={zoomable ? zoom : null}
        onZoom={setZoom}
        wide={wide}
        onWide={onWide}
      />
      {place === null ? (
        <RowSkeleton rows={12} />
      ) : place === 'here' ? (
        <DocumentPaper document={document} zoom={zoom} onPosition={setPosition} />
      ) : (
        <AbsentDocument where={{ ...where, place }} />
      )}
    </div>
  );
}

interface ToolbarProps extends SheetProps {
  readonly isHere: boolean;
  readonly position: PdfPosition | null;
  readonly zoom: number | null;
  readonly onZoom: (zoom: number) => void;
}

function Toolbar({ document, isHere, position, zoom, onZoom, wide, onWide }: ToolbarProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { host } = useSession();
  const { name, size, mediaType, fileId } = document.fields;
  const Glyph = ICONS[mediaType];
  const wideWords = t(wide ? 'common.close' : 'dossier.openWide');
  const facts = [
    position === null ? null : t('dossier.pages', { at: position.page, count: position.pages }),
    formats.bytes(size),
  ];
  return (
    <div className={classes['toolbar']}>
      <Glyph {...icon} />
      <p>
        <bdi>{name}</bdi> <span>{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </p>
      {zoom === null ? null : <PdfZoom zoom={zoom} onZoom={onZoom} />}
      {isHere ? (
        <ActionIcon
          component="a"
          href={host.fileUrl(fileId)}
          download={name}
          aria-label={t('dossier.download')}
          title={t('dossier.download')}
        >
          <IconDownload {...icon} />
        </ActionIcon>
      ) : null}
      {zoom === null ? null : (
        <ActionIcon aria-label={wideWords} title={wideWords} onClick={onWide}>
          {wide ? <IconArrowsMinimize {...icon} /> : <IconArrowsMaximize {...icon} />}
        </ActionIcon>
      )}
    </div>
  );
}
