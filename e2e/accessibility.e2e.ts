import { rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../scripts/program.js';
import { SCHEMES, violations } from './support/axe-violations.js';
import { cutWords } from './support/cut-words.js';
import { openDesk } from './support/desk.js';
import { everyScreen } from './support/every-screen.js';
import { buildPseudoLocale } from './support/pseudo-locale.js';
import { expect, test } from './support/test.js';

const BUILT = path.join(ROOT, 'test-results', 'pseudo-locale', 'out');
/** CSS pixels of the design size, and what is left of them at 200 %. */
const LAPTOP = { width: 1366, height: 768 };
const AT_200_PERCENT = { width: 683, height: 384 };

test('on any screen axe finds nothing, light and dark, and no word a third longer is cut off at 200 %', async () => {
  test.setTimeout(900_000); // some ninety looks
  await buildPseudoLocale(BUILT);
  const desk = await openDesk({ built: BUILT });
  const { page } = desk;
  try {
    await everyScreen(desk, async (screen) => {
      for (const scheme of SCHEMES) expect.soft(await violations(page, scheme), `${screen}, ${scheme}`).toEqual([]);
      for (const frame of await page.locator('iframe').all()) await expect.soft(frame).toHaveAttribute('title', /\S/);
      await page.setViewportSize(AT_200_PERCENT);
      await page.waitForTimeout(150); // what measures itself anew does so after the resizing
      expect.soft(await cutWords(page), screen).toEqual([]);
      await page.setViewportSize(LAPTOP);
    });
    expect(await cutWords(page), 'nothing is cut, until it is').toEqual([]);
    const heading = page.getByRole('heading', { level: 2 }).first();
    await heading.evaluate(({ style }) => Object.assign(style, { color: '#888', background: '#999' }));
    for (const scheme of SCHEMES)
      expect(await violations(page, scheme)).toEqual([expect.stringMatching('^color-contrast')]);
    await heading.evaluate(({ style }) =>
      Object.assign(style, { width: '20px', overflow: 'hidden', whiteSpace: 'nowrap' }),
    );
    expect(await cutWords(page)).not.toEqual([]);
    expect(desk.faults).toEqual([]);
  } finally {
    await desk.close();
    rmSync(BUILT, { recursive: true });
  }
});
