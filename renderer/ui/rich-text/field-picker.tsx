import { useEditorState, type Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedField } from '../../../shared/domain/merge-fields.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import classes from './rich-text-editor.module.css';

interface FieldPickerProps {
  readonly editor: Editor;
  readonly fields: readonly OfferedField[];
  /** What it is placed in. */
  readonly frame: RefObject<HTMLDivElement | null>;
}

interface Typed {
  /** Where the brace stands. */
  readonly from: number;
  readonly query: string;
}

const HEIGHT = 240;

/** The merge fields, as soon as a brace is typed: narrowed down by typing on, chosen with Enter, put away with Esc. */
export function FieldPicker({ editor, fields, frame }: FieldPickerProps) {
  const { t } = useTranslation();
  const id = useId();
  const typed = useEditorState({ editor, selector: ({ editor: now }) => typedField(now) });
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [at, setAt] = useState({ query: '', index: 0 });
  const found = fields.filter((field) => matches(field, t(`progress.fields.${field}`), typed?.query ?? ''));
  const open = typed !== null && typed.from !== dismissed && found.length > 0;
  const index = at.query === typed?.query ? Math.min(at.index, found.length - 1) : 0;
  const choose = (field: OfferedField | undefined): void => {
    if (field === undefined || typed === null) return;
    const range = { from: typed.from, to: editor.state.selection.from };
    editor
      .chain()
      .focus()
      .insertContentAt(range, { type: 'text', text: `{${field}}` })
      .run();
  };
  const onKey = (key: string): boolean => {
    if (!open) return false;
    const move = (by: number): void => {
      setAt({ query: typed.query, index: (index + by + found.length) % found.length });
    };
    if (key === 'ArrowDown') move(1);
    else if (key === 'ArrowUp') move(-1);
    else if (key === 'Enter' || key === 'Tab') choose(found[index]);
    else if (key === 'Escape') setDismissed(typed.from);
    else return false;
    return true;
  };
  useKeys(editor, onKey);
  useListboxAttributes(editor, open ? { list: id, active: `${id}-${index.toString()}` } : null);
  if (!open) return null;
  return (
    <div
      id={id}
      className={classes['picker']}
      role="listbox"
      aria-label={t('editor.fields')}
      style={place(editor, typed, frame)}
    >
      {found.map((field, n) => (
        <div
          key={field}
          id={`${id}-${n.toString()}`}
          role="option"
          tabIndex={-1}
          aria-selected={n === index}
          onMouseDown={(event) => {
            event.preventDefault(); // the cursor stays in the text
            choose(field);
          }}
        >
          {t(`progress.fields.${field}`)} <code>{`{${field}}`}</code>
        </div>
      ))}
    </div>
  );
}

/** The brace and what is typed behind it, where the cursor stands at the end of it. */
function typedField({ state, isFocused }: Editor): Typed | null {
  const { empty, $from } = state.selection;
  if (!empty || !isFocused) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
  const after = $from.parent.textBetween($from.parentOffset, $from.parent.content.size, undefined, '\n');
  const match = /(?<!\{)\{(\p{L}?[\p{L}-]*)$/u.exec(before);
  if (match === null || /^[\p{L}}-]/u.test(after)) return null;
  return { from: $from.pos - match[0].length, query: match[1] ?? '' };
}

function matches(field: OfferedField, word: string, query: string): boolean {
  const wanted = foldText(query);
  return field.includes(wanted) || foldText(word).startsWith(wanted);
}

/** Under the brace, or above it where there is no room. */
function place(editor: Editor, { from }: Typed, frame: RefObject<HTMLDivElement | null>) {
  const caret = editor.view.coordsAtPos(from);
  const box = frame.current?.getBoundingClientRect() ?? { top: 0, left: 0, width: 0 };
  const below = caret.bottom + HEIGHT < window.innerHeight;
  const left = Math.max(0, Math.min(caret.left - box.left, box.width - 300));
  return below
    ? { left, top: caret.bottom - box.top + 4 }
    : { left, top: caret.top - box.top - 4, transform: 'translateY(-100%)' };
}

/** Keys come here before the editor and before the dialog around it. */
function useKeys(editor: Editor, onKey: (key: string) => boolean): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.target !== editor.view.dom || !latest.current(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', listener, { capture: true });
    return () => {
      window.removeEventListener('keydown', listener, { capture: true });
    };
  }, [editor]);
}

const OPEN = ['aria-controls', 'aria-activedescendant', 'data-mantine-stop-propagation'];

function useListboxAttributes(editor: Editor, open: { readonly list: string; readonly active: string } | null): void {
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-autocomplete', 'list');
    if (open === null) {
      for (const name of OPEN) dom.removeAttribute(name);
      return;
    }
    dom.setAttribute('data-mantine-stop-propagation', 'true'); // Esc is for the list, not for the dialog around

    dom.setAttribute('aria-controls', open.list);
    dom.setAttribute('aria-activedescendant', open.active);
  });
}
