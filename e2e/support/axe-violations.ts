import type { Page } from '@playwright/test';
import axe, { type Result, type RunOptions } from 'axe-core';

export const SCHEMES = ['light', 'dark'] as const;
/** Those about colours, of the rules that axe runs unasked. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Every rule in the light; in the dark the same page differs in its colours alone. */
export async function violations(page: Page, colorScheme: (typeof SCHEMES)[number]): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await settle(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(runAxe, colorScheme === 'dark' ? COLOUR_RULES : null);
  return found.map(describeViolation);
}

/** Runs in the page. What passed is not described one by one: that was a third of the work. */
async function runAxe(rules: readonly string[] | null): Promise<readonly Result[]> {
  const { axe: here } = globalThis as unknown as { axe: typeof axe };
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules === null ? {} : { runOnly: { type: 'rule' as const, values: [...rules] } }),
  };
  // The previews of mails run no script, not even this one; their frames must still say what they are.
  return (await here.run({ exclude: ['iframe[sandbox]'] }, options)).violations;
}

function describeViolation({ id, impact, nodes }: Result): string {
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
