import { rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../scripts/program.js';
import { cutWords } from './support/cut-words.js';
import { openDesk } from './support/desk.js';
import { everyScreen } from './support/every-screen.js';
import { buildPseudoLocale } from './support/pseudo-locale.js';
import { expect, test } from './support/test.js';

const BUILT = path.join(ROOT, 'test-results', 'pseudo-locale', 'out');
/** CSS pixels of the design size, and what is left of them at 200 %. */
const LAPTOP = { width: 1366, height: 768 };
const AT_200_PERCENT = { width: 683, height: 384 };

test('no word is cut off where words are a third longer, on a laptop at 200 %', async () => {
  test.setTimeout(600_000); // some seventy looks
  await buildPseudoLocale(BUILT);
  const desk = await openDesk({ built: BUILT });
  try {
    await everyScreen(desk, async (screen) => {
      await desk.page.setViewportSize(AT_200_PERCENT);
      await desk.page.waitForTimeout(150); // what measures itself anew does so after the resizing
      expect.soft(await cutWords(desk.page), screen).toEqual([]);
      await desk.page.setViewportSize(LAPTOP);
    });
    expect(await cutWords(desk.page), 'nothing is cut, until it is').toEqual([]);
    await desk.page
      .getByRole('heading', { level: 1 })
      .evaluate((heading) => Object.assign(heading.style, { width: '20px', overflow: 'hidden', whiteSpace: 'nowrap' }));
    expect(await cutWords(desk.page)).not.toEqual([]);
  } finally {
    await desk.close();
    rmSync(BUILT, { recursive: true });
  }
});
