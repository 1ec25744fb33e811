import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const SCHEMES = ['light', 'dark'] as const;
/** Those about colours, of the rules that axe runs unasked. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Every rule in the light; in the dark the same page differs in its colours alone. */
export async function violations(page: Page, colorScheme: (typeof SCHEMES)[number]): Promise<readonly string[]> {
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
