import { readFileSync } from 'node:fs';
import path from 'node:path';
import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORGANISATION_ID } from '../../shared/records/organisation.js';
import { setField } from '../../shared/testing/change-builders.js';
import { askPanel, beginAsking } from '../testing/asked-panel.js';
import { ENGINES } from '../testing/engines.js';
import { InvitedCandidate } from '../testing/invited-candidate.js';
import { PageVisitor } from '../testing/page-visitor.js';
import { testOrganisation } from '../testing/test-organisation.js';
import { accentOn, accentSheet } from './page-colours.js';

const GROUNDS = { light: ['#f5f3ee', '#ffffff'], dark: ['#131513', '#20231f'] } as const;
const INKS = { light: '#ffffff', dark: '#0c0d0c' } as const;
const BOTH = ['light', 'dark'] as const;
const colours = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe("the organisation's colour on its pages", () => {
  it('can be read on every ground, as a button and on its own tint, whatever it is', () => {
    fc.assert(
      fc.property(colours, fc.constantFrom(...BOTH), (colour, scheme) => {
        const { accent, soft } = accentOn(scheme, colour);
        for (const other of [...GROUNDS[scheme], INKS[scheme], soft]) {
          expect(wcagContrast(accent, other)).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('stays as it is where it can be read, and keeps its hue where it cannot', () => {
    expect(accentOn('light', '#0e5a61').accent).toBe('#0e5a61');
    const hue = converter('oklch');
    for (const [scheme, colour] of [
      ['light', '#ffd400'],
      ['dark', '#8a1538'],
    ] as const) {
      const { accent } = accentOn(scheme, colour);
      expect(accent).not.toBe(colour);
      expect(hue(accent)?.h).toBeCloseTo(hue(colour)?.h ?? 0, -1);
    }
  });

  it('stands on the grounds that the style sheet of the pages has', () => {
    const sheet = readFileSync(path.join(import.meta.dirname, 'pages.css'), 'utf8');
    const [light = '', dark = ''] = sheet.split('@media (prefers-color-scheme: dark)');
    for (const [scheme, part] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      const [page, paper] = GROUNDS[scheme];
      expect(part).toContain(`--page: ${page};`);
      expect(part).toContain(`--paper: ${paper};`);
      expect(part).toContain(`--accent-ink: ${INKS[scheme]};`);
    }
  });

  it('comes as a style sheet for both schemes', () => {
    expect(accentSheet('#0e5a61')).toMatch(
      /^:root \{ --accent: #0e5a61; --accent-soft: #\w{6}; \}\n@media \(prefers-color-scheme: dark\) \{ :root \{ --accent: #\w{6}; --accent-soft: #\w{6}; \} \}\n$/,
    );
  });
});

describe.each(ENGINES)('the pages of an organisation with a colour, on $name', ({ shared }) => {
  it('carry its style sheet, which names nobody', async () => {
    const there = await testOrganisation(await shared());
    const asking = await beginAsking(await there.laptop());
    const panel = await askPanel(asking);
    const reply = await InvitedCandidate.invite(asking);
    const visitor = new PageVisitor(there.app);
    const pages = [panel.path, `${panel.path}/1`, reply.path, `/my/${there.id}`];
    const link = '<link rel="stylesheet" href="/pages/b3261e.css" />';
    for (const page of pages) expect((await visitor.see(page)).text).not.toContain(link);
    const organisation = { table: 'organisation', id: ORGANISATION_ID, dossier: null } as const;
    await asking.laptop.write([setField(organisation, 'accent', '#b3261e', [])], { by: asking.by });
    for (const page of pages) expect((await visitor.see(page)).text).toContain(link);
    expect((await visitor.see('/p/nobody')).text).not.toContain(link);
    const sheet = await visitor.see('/pages/b3261e.css');
    expect(sheet).toMatchObject({ status: 200, text: accentSheet('#b3261e') });
    expect(sheet.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' });
    for (const none of ['B3261E', 'b3261', 'b3261ee', 'zzzzzz', 'b3261e.css']) {
      expect((await visitor.see(`/pages/${none}.css`)).status).toBe(404);
    }
    await there.app.close();
  });
});
