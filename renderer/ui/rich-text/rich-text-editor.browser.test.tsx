import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { GENERAL_FIELDS } from '../../../shared/domain/merge-fields.js';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { RichText } from '../../../shared/records/rich-text.js';
import { RichTextEditor } from './rich-text-editor.js';
import '@mantine/core/styles.css';
import '../tokens.css';

let root: Root | null = null;
let written: RichText = plainToRichText('');

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

function Form({ text }: { readonly text: string }) {
  const [value, setValue] = useState(() => plainToRichText(text));
  const keep = (next: RichText): void => {
    written = next;
    setValue(next);
  };
  return (
    <>
      <input aria-label="Subject" />
      <RichTextEditor label="Contents" language="nl" value={value} mergeFields={GENERAL_FIELDS} onChange={keep} />
      <button type="button" onClick={() => setValue(plainToRichText('Anew'))}>
        Start again
      </button>
    </>
  );
}

function open(text: string): HTMLElement {
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <MantineProvider env="test">
      <I18nextProvider i18n={createTranslator('en')}>
        <Form text={text} />
      </I18nextProvider>
    </MantineProvider>,
  );
  return element;
}

const contents = page.getByRole('textbox', { name: 'Contents' });
const tool = (name: string) => page.getByRole('button', { name });

async function endOfText(): Promise<void> {
  await contents.click();
  await userEvent.keyboard('{Control>}{End}{/Control}');
}

/** As another program hands it over. */
function paste(html: string): void {
  const data = new DataTransfer();
  data.setData('text/html', html);
  contents
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

it('has a name, its language, and is one stop of the Tab key after its tools', async () => {
  open('Hallo');
  await expect.element(contents).toHaveAttribute('lang', 'nl');
  await expect.element(contents).toHaveAttribute('aria-multiline', 'true');
  page.getByLabelText('Subject').element().focus();
  await userEvent.tab();
  await expect.element(tool('Bold')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(tool('Heading')).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(tool('Redo')).toHaveFocus();
  await userEvent.tab();
  await expect.element(contents).toHaveFocus();
});

it('writes what its tools say, within the schema of a mail', async () => {
  open('');
  await endOfText();
  await tool('Heading').click();
  await userEvent.keyboard('Welcome{Enter}');
  await tool('Bold').click();
  await userEvent.keyboard('Hi');
  await tool('Bold').click();
  await userEvent.keyboard(' there{Enter}');
  await tool('Bulleted list').click();
  await userEvent.keyboard('one{Enter}two{Enter}{Enter}');
  await tool('Line across').click();
  await userEvent.keyboard('Bye');
  expect(written.content.map(({ type }) => type)).toEqual([
    'heading',
    'paragraph',
    'bulletList',
    'horizontalRule',
    'paragraph',
  ]);
  expect(written.content[1]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Hi', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' there', marks: [] },
    ],
  });
});

it('undoes and redoes', async () => {
  open('Hallo');
  await endOfText();
  await userEvent.keyboard(' you');
  await tool('Undo').click();
  await expect.element(contents).toHaveTextContent(/^Hallo$/);
  await tool('Redo').click();
  await expect.element(contents).toHaveTextContent('Hallo you');
});

it('offers the merge fields as soon as a brace is typed, and lets Esc put them away', async () => {
  open('Dear');
  await endOfText();
  await userEvent.keyboard(' {{');
  await expect.element(page.getByRole('listbox', { name: 'Fields' })).toBeInTheDocument();
  await userEvent.keyboard('giv');
  await expect.element(page.getByRole('option', { name: /First name/ })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(contents).toHaveTextContent('Dear {given-name}');
  await userEvent.keyboard(' {{');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await userEvent.keyboard('Anna');
  await expect.element(contents).toHaveTextContent('Dear {given-name} {Anna');
});

it('tints fields, and in another way those that are none', async () => {
  open('Hi {given-name}, {Anna}');
  await expect.element(contents).toBeInTheDocument();
  const tinted = [...contents.element().querySelectorAll('span')].map((span) => [span.textContent, span.className]);
  expect(tinted.map(([text]) => text)).toEqual(['{given-name}', '{Anna}']);
  expect(tinted[0]?.[1]).not.toBe(tinted[1]?.[1]);
});

it('takes from a paste what a mail can hold, and only the words of the rest', async () => {
  open('');
  await contents.click();
  paste(`<h1>Title</h1><table><tr><td>cell</td></tr></table><p onclick="x()">Hi <b>you</b>
    <a href="javascript:alert(1)">bad</a> <a href="https://example.com/">good</a><img src="https://example.com/a.png"></p>
    <ul><li>one<ul><li>inner</li></ul></li></ul><script>alert(1)</script>`);
  await expect.poll(() => JSON.stringify(written)).toContain('Title');
  const text = JSON.stringify(written);
  for (const word of ['Title', 'cell', 'you', 'bad', 'good', 'inner']) expect(text).toContain(word);
  expect(text).not.toMatch(/javascript|alert|image|table|a\.png/);
  expect(text).toContain('"href":"https://example.com/"');
  expect(RichText.safeParse(written).success).toBe(true);
});

it('asks where a link leads, and refuses what leads nowhere', async () => {
  open('our jobs');
  await contents.click();
  await userEvent.keyboard('{Control>}a{/Control}');
  await tool('Link').click();
  const address = page.getByLabelText('Web or email address');
  await address.fill('jobs');
  await tool('Apply').click();
  await expect.element(address).toHaveAccessibleDescription(/neither a web address/);
  await address.fill('example.com/jobs');
  await userEvent.keyboard('{Enter}');
  expect(written.content).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'our jobs', marks: [{ type: 'link', attrs: { href: 'https://example.com/jobs' } }] },
      ],
    },
  ]);
});

it('puts in a button with a label and an address', async () => {
  open('Hi');
  await endOfText();
  await userEvent.keyboard('{Enter}');
  await tool('Button').click();
  await page.getByLabelText('Web or email address').fill('example.com');
  await tool('Apply').click();
  expect(written.content[1]).toEqual({
    type: 'button',
    attrs: { href: 'https://example.com' },
    content: [{ type: 'text', text: 'Read more', marks: [] }],
  });
});

it('shows a text that comes from outside, and can be typed into after that', async () => {
  open('Hallo');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect.element(contents).toHaveTextContent(/^Anew$/);
  await contents.fill('Typed over');
  await expect.poll(() => written).toEqual(plainToRichText('Typed over'));
});
