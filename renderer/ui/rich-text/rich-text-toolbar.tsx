import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconHeading,
  IconItalic,
  IconList,
  IconListNumbers,
  IconSeparatorHorizontal,
  type Icon,
} from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { icon } from '../icon-props.js';
import { LinkControls } from './link-controls.js';
import classes from './rich-text-editor.module.css';
import { ToolButton } from './tool-button.js';

interface ToolbarProps {
  readonly editor: Editor;
}

interface Tool {
  readonly word: MessageKey;
  readonly icon: Icon;
  readonly keys?: string;
  readonly run: (editor: Editor) => boolean;
  /** The kind that it switches on and off; absent where it does something once. */
  readonly kind?: string;
}

const MARKS: readonly Tool[] = [
  { word: 'editor.bold', icon: IconBold, kind: 'bold', run: (editor) => editor.chain().focus().toggleBold().run() },
  {
    word: 'editor.italic',
    icon: IconItalic,
    kind: 'italic',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
];
const BLOCKS: readonly Tool[] = [
  {
    word: 'editor.heading',
    icon: IconHeading,
    kind: 'heading',
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    word: 'editor.bulletList',
    icon: IconList,
    kind: 'bulletList',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    word: 'editor.orderedList',
    icon: IconListNumbers,
    kind: 'orderedList',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    word: 'editor.divider',
    icon: IconSeparatorHorizontal,
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
];
const HISTORY: readonly Tool[] = [
  { word: 'common.undo', icon: IconArrowBackUp, run: (editor) => editor.chain().focus().undo().run() },
  { word: 'editor.redo', icon: IconArrowForwardUp, run: (editor) => editor.chain().focus().redo().run() },
];

/** One stop of the Tab key, the arrows go from tool to tool (WAI-ARIA toolbar). */
export function RichTextToolbar({ editor }: ToolbarProps) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const tools = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button[data-tool]') ?? [])];
    const now = tools.findIndex((tool) => tool === document.activeElement);
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (now === -1 || to === undefined) return;
    event.preventDefault();
    const next = tools[(to + tools.length) % tools.length];
    for (const tool of tools) tool.tabIndex = tool === next ? 0 : -1;
    next?.focus();
  };
  return (
    <div
      ref={bar}
      className={classes['toolbar']}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('editor.toolbar')}
      onKeyDown={onKeyDown}
    >
      <ToolGroup editor={editor} tools={MARKS} first />
      <ToolGroup editor={editor} tools={BLOCKS} />
      <LinkControls editor={editor} />
      <ToolGroup editor={editor} tools={HISTORY} />
    </div>
  );
}

interface ToolGroupProps {
  readonly editor: Editor;
  readonly tools: readonly Tool[];
  readonly first?: boolean;
}

function ToolGroup({ editor, tools, first = false }: ToolGroupProps) {
  const { t } = useTranslation();
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => tools.map(({ kind }) => kind !== undefined && now.isActive(kind)),
  });
  return tools.map(({ word, icon: Glyph, run, kind }, n) => (
    <ToolButton
      key={word}
      label={t(word)}
      first={first && n === 0}
      active={kind === undefined ? null : (active[n] ?? false)}
      onClick={() => run(editor)}
    >
      <Glyph {...icon} />
    </ToolButton>
  ));
}
