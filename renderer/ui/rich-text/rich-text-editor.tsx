import { Input } from '@mantine/core';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useId, useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import type { OfferedField } from '../../../shared/domain/merge-fields.js';
import { sameJson } from '../../../shared/lib/json.js';
import type { Language } from '../../../shared/records/primitives.js';
import { RichText } from '../../../shared/records/rich-text.js';
import { FieldPicker } from './field-picker.js';
import classes from './rich-text-editor.module.css';
import { richTextExtensions } from './rich-text-schema.js';
import { RichTextToolbar } from './rich-text-toolbar.js';

export interface RichTextHandle {
  /** Puts text where the cursor was last, and the cursor behind it. */
  readonly insert: (text: string) => void;
}

interface RichTextEditorProps {
  readonly ref?: Ref<RichTextHandle>;
  readonly label: string;
  /** Of what is written, for spelling and for screen readers. */
  readonly language: Language;
  readonly value: RichText;
  /** Offered as soon as a brace is typed. */
  readonly mergeFields: readonly OfferedField[];
  readonly error?: ReactNode;
  readonly onFocus?: () => void;
  readonly onChange: (value: RichText) => void;
}

/** The contents of a mail as they are written: what the schema allows, nothing else (paste included). */
export function RichTextEditor(props: RichTextEditorProps) {
  const { ref, label, language, value, mergeFields, error = null, onFocus, onChange } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef({ value, onChange, onFocus });
  const shown = useRef(value);
  useEffect(() => {
    latest.current = { value, onChange, onFocus };
  });
  const editor = useEditor({
    extensions: richTextExtensions,
    content: contentOf(value),
    // Its style sheet would be one without a nonce: ours says the same.
    injectCSS: false,
    editorProps: {
      // A wrapping tag keeps the paste to the policy that may read markup (trusted types).
      transformPastedHTML: (html) => `<div>${html}</div>`,
    },
    onUpdate: ({ editor: changed }) => {
      shown.current = RichText.parse(changed.getJSON());
      latest.current.onChange(shown.current);
    },
    onFocus: () => latest.current.onFocus?.(),
  });
  useEffect(() => {
    if (sameJson(value, shown.current)) return;
    shown.current = value;
    editor.commands.setContent(contentOf(value), { emitUpdate: false });
  }, [editor, value]);
  useAttributes(editor, {
    'aria-labelledby': `${id}-label`,
    'aria-describedby': error === null ? null : `${id}-error`,
    'aria-invalid': error === null ? null : 'true',
    'aria-multiline': 'true',
    lang: language,
    role: 'textbox',
    spellcheck: 'true',
  });
  useImperativeHandle(
    ref,
    () => ({
      insert: (text) => {
        editor.chain().focus().insertContent({ type: 'text', text }).run();
      },
    }),
    [editor],
  );
  return (
    <Input.Wrapper
      className={classes['wrapper'] ?? ''}
      label={label}
      labelElement="div"
      labelProps={{ id: `${id}-label`, onClick: () => editor.commands.focus() }}
      error={error}
      errorProps={{ id: `${id}-error` }}
    >
      <div ref={frame} className={classes['frame']} data-error={error === null ? undefined : true}>
        <RichTextToolbar editor={editor} />
        <EditorContent editor={editor} className={classes['content'] ?? ''} />
        <FieldPicker editor={editor} fields={mergeFields} frame={frame} />
      </div>
    </Input.Wrapper>
  );
}

/** A document of the editor is never empty: it has a paragraph for the cursor to stand in. */
function contentOf(value: RichText): RichText {
  return value.content.length > 0 ? value : { ...value, content: [{ type: 'paragraph', content: [] }] };
}

function useAttributes(editor: Editor, attributes: Readonly<Record<string, string | null>>): void {
  useEffect(() => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) editor.view.dom.removeAttribute(name);
      else editor.view.dom.setAttribute(name, value);
    }
  });
}
