import { rmSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ROOT } from '../scripts/program.js';
import { cutWords } from './support/cut-words.js';
import { openDesk } from './support/desk.js';
import { everyScreen } from './support/every-screen.js';
import { buildPseudoLocale } from './support/pseudo-locale.js';
import { expect, test } from './support/test.js';

const BUILT = path.join(ROOT, 'test-results', 'pseudo-locale', 'out');
const SCHEMES = ['light', 'dark'] as const;
/** Those about colours, of the rules that axe runs unasked. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
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
    await page
      .getByRole('heading', { level: 2 })
      .first()
      .evaluate((heading) => Object.assign(heading.style, { width: '20px', overflow: 'hidden', whiteSpace: 'nowrap' }));
    expect(await cutWords(page)).not.toEqual([]);
    expect(desk.faults).toEqual([]);
  } finally {
    await desk.close();
    rmSync(BUILT, { recursive: true });
  }
});

/** Every rule in the light; in the dark the same page differs in its colours alone. */
async function violations(page: Page, colorScheme: (typeof SCHEMES)[number]): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await settle(page);
  // The previews of mails run no script, not even this one; their frames must still say what they are.
  // In place, as no frame is left to look into: the same rules in half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('iframe[sandbox]');
  const found = await (colorScheme === 'dark' ? axe.withRules(COLOUR_RULES) : axe).analyze();
  return found.violations.map(describeViolation);
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

function describeViolation({ id, impact, nodes }: Violation): string {
  const [first] = nodes;
  const why = first?.any[0]?.message ?? first?.all[0]?.message ?? '';
  return `${id} (${impact ?? '?'}) ×${nodes.length.toString()}: ${first?.html.slice(0, 200) ?? ''} ${why}`;
}

/** What moves has come to rest, so that colours are measured as they stay. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}
