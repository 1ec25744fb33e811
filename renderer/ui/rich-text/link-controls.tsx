import { Button, Popover, TextInput } from '@mantine/core';
import { IconHandClick, IconLink } from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { icon } from '../icon-props.js';
import { linkTarget } from './link-target.js';
import classes from './rich-text-editor.module.css';
import { ToolButton } from './tool-button.js';

/** A link, and a button that is one: each asks where it leads. */
export function LinkControls({ editor }: { readonly editor: Editor }) {
  return (
    <>
      <LinkControl editor={editor} kind="link" />
      <LinkControl editor={editor} kind="button" />
    </>
  );
}

interface LinkControlProps {
  readonly editor: Editor;
  readonly kind: 'link' | 'button';
}

function LinkControl({ editor, kind }: LinkControlProps) {
  const { t } = useTranslation();
  const active = useEditorState({ editor, selector: ({ editor: now }) => now.isActive(kind) });
  const [opened, setOpened] = useState(false);
  const close = (): void => {
    setOpened(false);
    editor.commands.focus();
  };
  const label = t(kind === 'link' ? 'editor.link' : 'editor.button');
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" withinPortal={false} trapFocus>
      <Popover.Target>
        <ToolButton label={label} active={active} onClick={() => setOpened(!opened)}>
          {kind === 'link' ? <IconLink {...icon} /> : <IconHandClick {...icon} />}
        </ToolButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <LinkForm editor={editor} kind={kind} active={active} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface LinkFormProps extends LinkControlProps {
  readonly active: boolean;
  readonly onDone: () => void;
}

function LinkForm({ editor, kind, active, onDone }: LinkFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => addressAt(editor, kind));
  const [wrong, setWrong] = useState(false);
  const apply = (): void => {
    const address = linkTarget(typed);
    setWrong(address === null);
    if (address === null) return;
    if (kind === 'link') putLink(editor, address);
    else putButton(editor, address, t('editor.buttonLabel'));
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // of the form around
    apply();
  };
  return (
    <div className={classes['link']}>
      <TextInput
        label={t('editor.address')}
        value={typed}
        data-autofocus
        error={wrong ? t('editor.addressWrong') : null}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
      />
      <div>
        {active ? (
          <Button
            variant="subtle"
            onClick={() => {
              if (kind === 'link') editor.chain().focus().extendMarkRange('link').unsetLink().run();
              else editor.chain().focus().setParagraph().run();
              onDone();
            }}
          >
            {t('editor.remove')}
          </Button>
        ) : null}
        <Button variant="filled" onClick={apply}>
          {t('editor.apply')}
        </Button>
      </div>
    </div>
  );
}

function addressAt(editor: Editor, kind: 'link' | 'button'): string {
  const address: unknown = editor.getAttributes(kind)['href'];
  return typeof address === 'string' ? address : '';
}

/** On what is selected; with nothing selected, on the link the cursor stands in, else on the address itself. */
function putLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus();
  const mark = { type: 'link', attrs: { href } };
  if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [mark] }).run();
  } else chain.extendMarkRange('link').setLink({ href }).run();
}

function putButton(editor: Editor, href: string, label: string): void {
  if (editor.isActive('button')) {
    editor.chain().focus().updateAttributes('button', { href }).run();
    return;
  }
  const { from, to } = editor.state.selection;
  const text = editor.state.doc.textBetween(from, to, ' ').trim();
  const content = [{ type: 'text', text: text === '' ? label : text }];
  editor
    .chain()
    .focus()
    .insertContent([{ type: 'button', attrs: { href }, content }, { type: 'paragraph' }])
    .run();
}
