import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './work.js';

/** A file that a candidate has sent, or the text of a mail. */
export type CandidateReply = { readonly name: string; readonly text: string } | string;

/** *Read answers…* with these in it, read but not entered. */
export async function readReplies(page: Page, replies: readonly CandidateReply[]): Promise<Locator> {
  await goTo(page, 'Recruitment calendar');
  await page.getByRole('button', { name: 'Read answers…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read answers' });
  for (const [read, reply] of replies.entries()) {
    if (typeof reply === 'string') {
      await dialog.getByRole('textbox', { name: 'Or paste an answer' }).fill(reply);
      await dialog.getByRole('button', { name: 'Read', exact: true }).click();
    } else {
      const file = { name: reply.name, mimeType: 'application/octet-stream', buffer: Buffer.from(reply.text) };
      await dialog.locator('input[type=file]').setInputFiles(file);
    }
    await expect(linesIn(dialog)).toHaveCount(read + 1);
  }
  return dialog;
}

export async function enterReplies(page: Page, replies: readonly CandidateReply[]): Promise<void> {
  const dialog = await readReplies(page, replies);
  await dialog.getByRole('button', { name: `Enter ${replies.length.toString()} answer` }).click();
  await expect(dialog).toBeHidden();
}

/** None of them is taken, each for its reason. */
export async function expectRefused(
  page: Page,
  refused: readonly { readonly reply: CandidateReply; readonly why: string }[],
): Promise<void> {
  const dialog = await readReplies(
    page,
    refused.map(({ reply }) => reply),
  );
  // The newest stands first.
  const reasons = refused.map(({ why }) => new RegExp(why)).reverse();
  await expect(linesIn(dialog)).toHaveText(reasons);
  await expect(dialog.getByRole('button', { name: /^Enter/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Back' }).click();
}

/** Not what ends with one of them, which is a list of its own. */
function linesIn(dialog: Locator): Locator {
  return dialog.getByRole('region', { name: 'What was read' }).locator('> ul > li');
}
